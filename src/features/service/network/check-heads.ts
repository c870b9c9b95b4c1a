/** The columns of the checks; the skeleton has the same. */
export const checkHeads = [
  'Status',
  'Dependency',
  'Kind',
  'Port',
  'Region',
  'Since, UTC',
  'Azure says',
  'What to check',
] as const;
