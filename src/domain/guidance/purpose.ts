/** What somebody wants to allow, or to resolve. */
export type Purpose =
  | 'clients'
  | 'internet-back-ends'
  | 'private-back-ends'
  | 'management'
  | 'load-balancer'
  | 'traffic-manager'
  | 'dns';

/** In the order in which they are listed. */
export const purposes: readonly Purpose[] = [
  'clients',
  'internet-back-ends',
  'private-back-ends',
  'management',
  'load-balancer',
  'traffic-manager',
  'dns',
];
