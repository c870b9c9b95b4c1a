import type { RuleTerms } from '../list.ts';
import { isRefusal, portSpans } from './rule-words.ts';
import { memberOf, type NodeOf, type TreeNode, textsOf, wordOf } from './tree.ts';

export type Direction = 'inbound' | 'outbound' | null;

/** What the rules around a node say; an inner rule adds to an outer one. */
export type Context = Pick<RuleTerms, 'action' | 'protocol' | 'ports' | 'scope' | 'order' | 'idle'> & {
  readonly direction: Direction;
};

/** `properties` of an ARM resource belongs to the rule itself. */
export function flat(node: NodeOf<'object'>): NodeOf<'object'> {
  const inner = memberOf(node, 'properties');
  return inner?.kind === 'object' ? { ...node, members: [...node.members, ...inner.members] } : node;
}

/** What an object says of the rule that it is; what it does not say stays as around it. `position` stands in for a priority. */
export function termsOf(rule: TreeNode, around: Context, position: number): Context {
  const action = wordOf(memberOf(rule, 'access', 'action', 'effect')) ?? wordOf(typeOfAction(rule));
  const direction = wordOf(memberOf(rule, 'direction'))?.toLowerCase();
  const protocol = wordOf(memberOf(rule, 'protocol', 'ipprotocol'))?.toLowerCase();
  const ports = [
    ...textsOf(memberOf(rule, 'destinationportrange')),
    ...textsOf(memberOf(rule, 'destinationportranges', 'destinationports')),
  ];
  const priority = wordOf(memberOf(rule, 'priority'));
  const scope = wordOf(memberOf(rule, 'networksecuritygroupname'));
  const enabled = wordOf(memberOf(rule, 'enabled'));
  return {
    action: action === undefined ? around.action : isRefusal(action) ? 'deny' : 'allow',
    direction: direction === 'inbound' || direction === 'outbound' ? direction : around.direction,
    protocol: protocol === undefined ? around.protocol : /^(\*|any|-1|all)$/.test(protocol) ? null : protocol,
    ports: ports.length === 0 ? around.ports : portSpans(ports),
    scope: scope ?? around.scope,
    order: priority !== undefined && /^\d+$/.test(priority) ? Number(priority) : position,
    idle: enabled === 'false' ? 'the rule is disabled' : around.idle,
  };
}

/** Azure Firewall: `action: { type: 'Deny' }` of a rule collection. */
function typeOfAction(rule: TreeNode): TreeNode | undefined {
  const action = memberOf(rule, 'action');
  return action && memberOf(action, 'type');
}

const ruleKeys = [
  'access',
  'action',
  'effect',
  'direction',
  'sourceaddressprefix',
  'sourceaddressprefixes',
  'sourceaddresses',
  'destinationaddressprefix',
] as const;

/** True for an object that is a rule, or a collection of rules with an action of its own. */
export function isRule(node: TreeNode): boolean {
  return memberOf(node, ...ruleKeys) !== undefined;
}

/** True for a rule of a network security group, which names its direction and its access. */
export function isNsgRule(node: TreeNode): boolean {
  return memberOf(node, 'access') !== undefined && memberOf(node, 'direction') !== undefined;
}
