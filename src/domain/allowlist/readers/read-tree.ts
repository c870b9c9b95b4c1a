import type { LineIndex } from '../line-index.ts';
import type { EntryGroup, Findings, LineProblem, ListEntry, RuleTerms } from '../list.ts';
import { type ReadValue, readAddress, readPrefix } from '../read-value.ts';
import { type Context, flat, isRule, termsOf } from './rule-terms.ts';
import { memberOf, plainKey, type Tree, type TreeNode } from './tree.ts';

/** Keys whose values are addresses or tags of one side of a rule. */
const sourceKeys = /^source(addressprefix(es)?|addresses|ranges|cidrs?|ips?)$/;
const destinationKeys = /^destination(addressprefix(es)?|addresses|ranges|cidrs?|ips?)$/;
/** Keys whose values should be addresses, so that one that is none is named. */
const addressKeys =
  /^(ipaddress(es)?|ipaddressorrange|cidr(s|blocks?|ip|ipv6|ipv4)?|ipv6cidrblocks|iprules|allowedips?|allowedip(addresses|ranges)|ipallowlist|addressprefix(es)?|iprange(filter|s)?)$/;
/** Keys whose values only look like addresses. */
const otherKeys = /version|^(id|etag|guid|resourceguid|name|description|type|location|nexthopipaddress)$/;

/** The addresses and tags of structured text, with what the rules around them say. */
export function readTree(tree: Tree, { lineAt }: LineIndex, comma: boolean): Findings {
  const walk = new Walk(lineAt, comma);
  walk.visit(tree.root, { ...nothingSaid, scope: '' }, '');
  const { entries, groups, problems } = walk;
  const notes =
    tree.broken === undefined
      ? []
      : [
          `The text is not complete: something is wrong on line ${lineAt(tree.broken)}. What can be read was read.`,
        ];
  return { entries, groups, problems, notes };
}

const nothingSaid: Context = {
  action: 'allow',
  direction: null,
  protocol: null,
  ports: null,
  scope: '',
  order: 0,
  idle: null,
};

class Walk {
  readonly entries: ListEntry[] = [];
  readonly groups: EntryGroup[] = [];
  readonly problems: LineProblem[] = [];
  readonly #lineAt: (offset: number) => number;
  readonly #comma: boolean;
  #rules = 0;

  constructor(lineAt: (offset: number) => number, comma: boolean) {
    this.#lineAt = lineAt;
    this.#comma = comma;
  }

  visit(node: TreeNode, around: Context, key: string): void {
    if (node.kind === 'object') this.#object(flat(node), around);
    else if (node.kind === 'array') this.#array(node, around, key);
    else if (node.kind === 'other') this.#other(node, around, key);
    else this.#text(node, around, key, undefined);
  }

  #object(node: TreeNode, around: Context): void {
    if (node.kind !== 'object') return;
    const isOwnRule = isRule(node);
    const context = isOwnRule ? termsOf(node, around, 100_000 + this.#rules++) : around;
    const pair = isOwnRule ? false : this.#pair(node, context);
    for (const { key, value, labels } of node.members) {
      const plain = plainKey(key);
      if (plain === 'properties' || (pair && /^(start|end)(ip|ipaddress|address)$/.test(plain))) continue;
      const scoped = /^securityrules?$|rulecollections?$/.test(plain) && context.scope === '';
      this.visit(
        value,
        scoped ? { ...context, scope: `at ${node.from}` } : context,
        labels.length > 0 && value.kind === 'object' ? '' : plain,
      );
    }
  }

  /** Firewall rules of databases: a first and a last address. */
  #pair(node: TreeNode, context: Context): boolean {
    const start = memberOf(node, 'startipaddress', 'startip', 'startaddress');
    const end = memberOf(node, 'endipaddress', 'endip', 'endaddress');
    if (start?.kind !== 'text' || end?.kind !== 'text') return false;
    const value = readPrefix(`${start.value}-${end.value}`);
    this.#add(value, context, null, start.from, end.to, undefined);
    return true;
  }

  #array(node: TreeNode, around: Context, key: string): void {
    if (node.kind !== 'array') return;
    const texts = node.items.filter(item => item.kind === 'text');
    const group =
      texts.length === node.items.length && !otherKeys.test(key)
        ? this.groups.push({
            kind: 'array',
            from: node.from + 1,
            to: Math.max(node.from + 1, node.to - 1),
            items: node.items.map(({ from, to }) => ({ from, to })),
            quote: this.#comma ? '"' : "'",
            comma: this.#comma,
          }) - 1
        : undefined;
    for (const item of node.items) {
      if (item.kind === 'text') this.#text(item, around, key, group);
      else this.visit(item, around, key);
    }
  }

  /** A variable where an address should stand is named; what literals it holds are read. */
  #other(node: TreeNode, around: Context, key: string): void {
    if (node.kind !== 'other') return;
    for (const part of node.parts) this.visit(part, around, key);
    const side = sideOf(key, around);
    const expected = side !== undefined && (side !== null || addressKeys.test(key));
    if (expected && !/^(null|true|false|\d*)$/.test(node.source)) {
      this.problems.push({
        line: this.#lineAt(node.from),
        problem: `a value that is not in the text: ${short(node.source)}`,
      });
    }
  }

  #text(node: TreeNode, around: Context, key: string, group: number | undefined): void {
    if (node.kind !== 'text' || otherKeys.test(key)) return;
    const side = sideOf(key, around);
    if (side === undefined) return;
    const isPrefix = side !== null && key !== '';
    // One prefix a text, but some products keep a whole list in one (Azure Cosmos DB's older ipRangeFilter).
    const texts = node.value.split(',').map(part => part.trim());
    for (const text of texts.filter(Boolean)) {
      const value = isPrefix || addressKeys.test(key) ? readPrefix(text) : readAddress(text);
      if (value === undefined || (value.kind === 'any' && !isPrefix && !addressKeys.test(key))) continue;
      this.#add(value, around, side, node.from, node.to, texts.length === 1 ? group : undefined);
    }
  }

  #add(
    value: ReadValue,
    context: Context,
    side: RuleTerms['side'],
    from: number,
    to: number,
    group: number | undefined,
  ): void {
    const line = this.#lineAt(from);
    if (value.kind === 'problem') {
      this.problems.push({ line, problem: value.problem });
      return;
    }
    const { direction: _, ...terms } = context;
    this.entries.push({ ...terms, side, value, line, from, to, group: group ?? this.#fixed() });
  }

  #fixed(): number {
    const last = this.groups.length - 1;
    return this.groups[last]?.kind === 'fixed' ? last : this.groups.push({ kind: 'fixed' }) - 1;
  }
}

/** The side of a rule that a key speaks of; undefined for the side that the rule does not decide by, null where nothing is said. */
function sideOf(key: string, { direction }: Context): RuleTerms['side'] | undefined {
  if (sourceKeys.test(key)) return direction === 'outbound' ? undefined : 'source';
  if (destinationKeys.test(key)) return direction === 'inbound' ? undefined : 'destination';
  return null;
}

function short(source: string): string {
  const text = source.replace(/\s+/g, ' ').trim();
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
