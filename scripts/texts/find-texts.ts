import * as v from 'valibot';
import { parseSync } from 'vite';

/** A text of the screens: what a translator would be given. */
export type Text = {
  readonly line: number;
  /** `{0}` stands for a value that is put in. */
  readonly text: string;
};

const node = v.looseObject({ type: v.string(), start: v.number() });
type Node = v.InferOutput<typeof node>;

/** Attributes that hold names, addresses or measures, never words for a reader. */
const notForReaders =
  /^(className|href|id|key|rel|target|role|type|name|scope|width|height|d|fill|viewBox|style|htmlFor|autoComplete|data-.*|kind|tone|appearance|size|align|as|line)$/;

/** Words: at least two letters in a row, and a space or a capital at the start. Names of fields and classes have neither. */
function isWords(text: string): boolean {
  const trimmed = text.trim();
  return /\p{L}{2}/u.test(trimmed) && (/\p{L}\s+\S/u.test(trimmed) || /^\p{Lu}\p{Ll}+\W?$/u.test(trimmed));
}

/** Every text of a source file that looks like words for a reader, in the order of the file. */
export function findTexts(file: string, code: string): readonly Text[] {
  const { program } = parseSync(file, code);
  const found: Text[] = [];
  const add = (text: string, start: number) => {
    const words = text.replace(/\s+/g, ' ').trim();
    if (isWords(words)) found.push({ line: code.slice(0, start).split('\n').length, text: words });
  };
  visit(program, add);
  return found;
}

function visit(value: unknown, add: (text: string, start: number) => void): void {
  if (Array.isArray(value)) {
    for (const one of value) visit(one, add);
    return;
  }
  const parsed = v.safeParse(node, value);
  if (!parsed.success) return;
  const one = parsed.output;
  if (isSkipped(one)) return;
  const text = textOf(one);
  if (text !== undefined) add(text, one.start);
  for (const [key, child] of Object.entries(one)) if (key !== 'key') visit(child, add);
}

const name = v.object({ name: v.object({ name: v.string() }) });
const thrown = v.object({ type: v.literal('ThrowStatement') });

/** Imports, types, attributes that nobody reads, and errors that are for whoever writes the code. */
function isSkipped(one: Node): boolean {
  if (
    /^(Import|TS|ExportAll)/.test(one.type) &&
    one.type !== 'TSAsExpression' &&
    one.type !== 'TSSatisfiesExpression'
  )
    return true;
  if (v.is(thrown, one)) return true;
  return one.type === 'JSXAttribute' && v.is(name, one) && notForReaders.test(one.name.name);
}

const literal = v.object({ value: v.string() });
const template = v.object({ quasis: v.array(v.object({ value: v.object({ cooked: v.string() }) })) });

function textOf(one: Node): string | undefined {
  if ((one.type === 'Literal' || one.type === 'JSXText') && v.is(literal, one)) return one.value;
  if (one.type !== 'TemplateLiteral' || !v.is(template, one)) return undefined;
  const parts = one.quasis.map(({ value }) => value.cooked);
  return parts.map((part, index) => (index === 0 ? part : `{${index - 1}}${part}`)).join('');
}
