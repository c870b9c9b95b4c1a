/** A title inside a sentence: `Public IP` as `public IP`. A name such as `VNet` or `NAT` stays as Azure spells it. */
export function lowerFirst(text: string): string {
  return /^[A-Z][a-z ]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
