/** A piece of structured text (JSON, Terraform, Bicep) with its place; offsets, `to` excluded. */
export type TreeNode =
  | {
      readonly kind: 'object';
      readonly from: number;
      readonly to: number;
      readonly members: readonly Member[];
    }
  | {
      readonly kind: 'array';
      readonly from: number;
      readonly to: number;
      readonly items: readonly TreeNode[];
    }
  /** A literal text. */
  | { readonly kind: 'text'; readonly from: number; readonly to: number; readonly value: string }
  /** A number, a word, a variable or an expression; `parts` are the literals and brackets inside. */
  | {
      readonly kind: 'other';
      readonly from: number;
      readonly to: number;
      readonly source: string;
      readonly parts: readonly TreeNode[];
    };

/** A node of one kind. */
export type NodeOf<Kind extends TreeNode['kind']> = Extract<TreeNode, { readonly kind: Kind }>;

export type Member = {
  readonly key: string;
  /** Behind the key in a Terraform block, such as `azurerm_ip_group` and `office`. */
  readonly labels: readonly string[];
  readonly value: TreeNode;
};

export type Tree = {
  readonly root: TreeNode;
  /** Where a bracket or a text does not end, or ends where none began; undefined for a whole text. */
  readonly broken: number | undefined;
};

/** The members of an object under a key, whatever its spelling: `source_address_prefix` is `sourceAddressPrefix`. */
export function memberOf(node: TreeNode, ...keys: readonly string[]): TreeNode | undefined {
  if (node.kind !== 'object') return undefined;
  return node.members.find(({ key }) => keys.includes(plainKey(key)))?.value;
}

export function plainKey(key: string): string {
  return key.toLowerCase().replace(/[_-]/g, '');
}

/** The literal texts of a node: of a text itself, or of a list. */
export function textsOf(node: TreeNode | undefined): readonly string[] {
  if (!node) return [];
  if (node.kind === 'text') return [node.value];
  if (node.kind === 'array') return node.items.flatMap(item => textsOf(item));
  return node.kind === 'other' && /^(?!null$)[\w.*-]+$/.test(node.source) ? [node.source] : [];
}

/** One text or word, undefined for anything else. */
export function wordOf(node: TreeNode | undefined): string | undefined {
  const [only, ...more] = textsOf(node);
  return more.length === 0 ? only : undefined;
}
