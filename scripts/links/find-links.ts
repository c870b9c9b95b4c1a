export type Link = { readonly line: number; readonly target: string };

/** The links of a Markdown text, pictures among them; what stands in code is no link. */
export function linksOf(markdown: string): readonly Link[] {
  return proseLines(markdown).flatMap(({ line, text }) =>
    [...text.replace(/`[^`]*`/g, '').matchAll(/\]\((?<target>[^()\s]+(?:\([^()]*\))?[^()\s]*)\)/g)].map(
      match => ({
        line,
        target: match.groups?.['target'] ?? '',
      }),
    ),
  );
}

/** The anchors of a Markdown text as GitHub makes them: of its headings, numbered where one repeats. */
export function anchorsOf(markdown: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const { text } of proseLines(markdown)) {
    const heading = /^#{1,6}\s+(?<title>.+?)\s*$/.exec(text)?.groups?.['title'];
    if (heading === undefined) continue;
    const slug = slugOf(heading);
    let anchor = slug;
    for (let count = 1; anchors.has(anchor); count++) anchor = `${slug}-${count}`;
    anchors.add(anchor);
  }
  return anchors;
}

function slugOf(heading: string): string {
  return heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

function proseLines(markdown: string): readonly { readonly line: number; readonly text: string }[] {
  let fence: string | undefined;
  return markdown.split('\n').flatMap((text, index) => {
    const mark = /^\s*(?<mark>```|~~~)/.exec(text)?.groups?.['mark'];
    if (mark !== undefined) {
      if (fence === undefined) fence = mark;
      else if (fence === mark) fence = undefined;
      return [];
    }
    return fence === undefined ? [{ line: index + 1, text }] : [];
  });
}
