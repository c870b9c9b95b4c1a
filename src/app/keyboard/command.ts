/** Something that can be done from everywhere, as the list of commands shows it. */
export type Command = {
  /** Tells it from the others while the list changes. */
  readonly key: string;
  readonly group: string;
  readonly label: string;
  /** What stands quietly behind it: where it leads, or that it is in use. */
  readonly detail?: string;
  /** Further words under which it is looked for. */
  readonly words?: string;
  readonly run: () => void;
};

/** The commands that have every typed word at the beginning of one of theirs, in their order; all for nothing typed. */
export function commandsFor(text: string, commands: readonly Command[]): readonly Command[] {
  const typed = wordsOf(text);
  return commands.filter(({ group, label, words = '' }) => {
    const own = wordsOf(`${group} ${label} ${words}`);
    return typed.every(one => own.some(word => word.startsWith(one)));
  });
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
