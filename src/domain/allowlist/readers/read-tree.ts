import type { LineIndex } from '../line-index.ts';
import type { EntryGroup, Findings, LineProblem, ListEntry, RuleTerms } from '../list.ts';
import { type ReadValue, readAddress, readPrefix } from '../read-value.ts';
import { type Context, flat, isRule, termsOf } from './rule-terms.ts';
import { memberOf, type NodeOf, plainKey, type Tree, type TreeNode } from './tree.ts';

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
  walk.visit(tree.root, nothingSaid, '', undefined);
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

  visit(node: TreeNode, around: Context, key: string, group: number | undefined): void {
    if (node.kind === 'object') this.#object(flat(node), around);
    else if (node.kind === 'array') this.#array(node, around, key);
    else if (node.kind === 'other') this.#other(node, around, key);
    else this.#text(node, around, key, group);
  }

  #object(node: NodeOf<'object'>, around: Context): void {
    const context = isRule(node) ? termsOf(node, around, 100_000 + this.#rules++) : around;
    const pair = this.#pair(node, context);
    for (const { key, value } of node.members) {
      const plain = plainKey(key);
      // The members of `properties` stand among those of the node itself.
      if (plain === 'properties' && value.kind === 'object') continue;
      if (pair && /^(start|end)(ip|ipaddress|address)$/.test(plain)) continue;
      // The default rules of a group decide together with its own.
      const scoped = /(securityrule|rulecollection)s?$/.test(plain) && context.scope === '';
      this.visit(value, scoped ? { ...context, scope: `at ${node.from}` } : context, plain, undefined);
    }
  }

  /** Firewall rules of databases: a first and a last address. */
  #pair(node: TreeNode, context: Context): boolean {
    const start = memberOf(node, 'startipaddress', 'startip', 'startaddress');
    const end = memberOf(node, 'endipaddress', 'endip', 'endaddress');
    if (start?.kind !== 'text' || end?.kind !== 'text') return false;
    const value = readPrefix(`${start.value}-${end.value}`);
    // The last address may stand before the first.
    this.#add(value, context, null, Math.min(start.from, end.from), Math.max(start.to, end.to), undefined);
    return true;
  }

  #array(node: NodeOf<'array'>, around: Context, key: string): void {
    const group =
      node.items.every(item => item.kind === 'text') && !otherKeys.test(key)
        ? this.groups.push({
            kind: 'array',
            from: node.from + 1,
            to: Math.max(node.from + 1, node.to - 1),
            items: node.items.map(({ from, to }) => ({ from, to })),
            quote: this.#comma ? '"' : "'",
            comma: this.#comma,
          }) - 1
        : undefined;
    for (const item of node.items) this.visit(item, around, key, group);
  }

  /** A variable where an address should stand is named; what literals it holds are read. */
  #other(node: NodeOf<'other'>, around: Context, key: string): void {
    for (const part of node.parts) this.visit(part, around, key, undefined);
    const expected = isAddressKey(key, sideOf(key, around));
    if (expected && !/^(null|true|false|\d*)$/.test(node.source)) {
      this.problems.push({
        line: this.#lineAt(node.from),
        problem: `a value that is not in the text: ${short(node.source)}`,
      });
    }
  }

  #text(node: NodeOf<'text'>, around: Context, key: string, group: number | undefined): void {
    const side = sideOf(key, around);
    if (side === undefined || otherKeys.test(key)) return;
    const expected = isAddressKey(key, side);
    // One prefix a text, but some products keep a whole list in one (Azure Cosmos DB's older ipRangeFilter).
    const texts = node.value.split(',').map(part => part.trim());
    for (const text of texts.filter(Boolean)) {
      const value = expected ? readPrefix(text) : readAddress(text);
      if (value === undefined || (value.kind === 'any' && !expected)) continue;
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

/** True where the value of a key should be an address. */
function isAddressKey(key: string, side: RuleTerms['side'] | undefined): boolean {
  return side === null ? addressKeys.test(key) : side !== undefined;
}

function short(source: string): string {
  const text = source.replace(/\s+/g, ' ').trim();
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
