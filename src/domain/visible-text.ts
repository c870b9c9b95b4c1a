/**
 * What leaves no mark on a page, or turns the order of what does: controls, marks of direction, zero widths, halves of
 * a surrogate pair (Unicode: Cc, Cs, Default_Ignorable_Code_Point, ends of line and annotations). White space stays,
 * and what joins an emoji.
 */
export const unseen =
  /(?![\t\n\r]|(?<=\p{ExtPict})\ufe0f|(?<=\p{ExtPict}|\p{EMod}|\ufe0f)\u200d)[\p{Cc}\p{Cs}\p{DI}\u2028\u2029\ufff9-\ufffb]/gu;

/** A text of somebody else's, with every character that cannot be seen written as its number: `[U+202E]`. */
export function visibleText(text: string): string {
  // Nearly every text: looked at once, and not copied.
  if (!/[^ -~]/.test(text)) return text;
  return text.replace(
    unseen,
    one => `[U+${one.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}]`,
  );
}

/** The text that {@link visibleText} showed; only of what holds no bracket of its own, such as an ARM id. */
export function textAsWritten(shown: string): string {
  return shown.replace(/\[U\+((?:10|[\da-f])?[\da-f]{4})\]/gi, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );
}
