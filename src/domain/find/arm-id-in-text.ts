const encoded = /%2f(subscriptions%2f[^/?#&\s]+)/i;
const plain = /\/subscriptions\/[^?#&\s]+/i;

/**
 * The ARM id in a text: an id as it stands, a link of Azure's portal (`#@tenant/resource/subscriptions/...` or
 * `.../resourceId/%2Fsubscriptions%2F...`), a link of this product, or a request line. What a portal link has behind the
 * id, such as `/overview`, is cut off.
 */
export function armIdInText(text: string): string | undefined {
  const inOneSegment = encoded.exec(text)?.[0];
  const found = inOneSegment ?? plain.exec(text)?.[0];
  if (found === undefined) return undefined;
  const [, ...parts] = decode(found).split('/');
  const provider = parts.findIndex(part => part.toLowerCase() === 'providers');
  const scope = provider < 0 ? parts : parts.slice(0, provider);
  const kept = pairs(scope);
  if (provider >= 0 && kept.length === scope.length) {
    const [, namespace = '', ...names] = parts.slice(provider);
    const typed = pairs(names);
    if (typed.length > 0) kept.push('providers', namespace, ...typed);
  }
  return kept.length === 0 ? undefined : `/${kept.join('/')}`;
}

/** Types and names in pairs; whatever follows an empty name or stands alone at the end is none of the id. */
function pairs(parts: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [type = '', name = ''] = parts.slice(at, at + 2);
    if (type === '' || name === '') break;
    kept.push(type, name);
  }
  return kept;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
