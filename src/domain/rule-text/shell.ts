import { oneLine } from './remarks.ts';

/** A word of a POSIX shell that stands for exactly this text. */
export function shellQuoted(text: string): string {
  return `'${oneLine(text).replaceAll("'", "'\\''")}'`;
}

/** A variable of the reader's; the script stops with the name of what is missing. */
export function shellPlaceholder(name: string): string {
  return `"\${${name}:?set ${name}}"`;
}

/**
 * A comment. An interactive shell expands history in comments, and zsh may read them as commands, so characters
 * that mean something to a shell are left out.
 */
export function shellComment(text: string): string {
  const harmless = oneLine(text)
    .replaceAll("'", '’')
    .replaceAll(';', ',')
    .replace(/[`$|&<>\\!"*?{}[\]~^]/g, ' ');
  return `# ${harmless}`.trimEnd();
}

/** A command with its arguments one a line. */
export function shellCommand(command: string, lines: readonly string[]): string {
  return [command, ...lines.map(line => `  ${line}`)].join(' \\\n');
}

/**
 * Commands as one block in a subshell: pasted or run, it checks every variable before the first command, stops at
 * the first failure, and closes nobody's terminal.
 */
export function shellScript(
  head: readonly string[],
  needed: readonly { readonly name: string; readonly words: string }[],
  commands: readonly string[],
): string {
  const checks = needed.map(({ name, words }) => `: "\${${name}:?set ${name} to ${words}}"`);
  return `${[...head.map(shellComment), '(', 'set -eu', ...checks, ...commands, ')'].join('\n')}\n`;
}
