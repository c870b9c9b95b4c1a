import { lineIndex } from './line-index.ts';
import type { AllowList, Findings, ListFormat } from './list.ts';
import { parseTree } from './readers/parse-tree.ts';
import { csvDelimiter, readCsv } from './readers/read-csv.ts';
import { readNginx } from './readers/read-nginx.ts';
import { readText } from './readers/read-text.ts';
import { readTree } from './readers/read-tree.ts';
import { isNsgRule } from './readers/rule-terms.ts';
import { memberOf, type TreeNode } from './readers/tree.ts';

/**
 * Reads a pasted list in whatever format it is, step by step: every address, range and service tag with its line and
 * what its rule says. It never throws; lines that cannot be read are named.
 */
export function* readListSteps(text: string): Generator<undefined, AllowList> {
  const index = lineIndex(text);
  const done = (format: ListFormat, findings: Findings): AllowList => ({
    text,
    format,
    lines: index.lines,
    ...findings,
  });
  if (/^\s*[[{]/.test(text)) {
    const tree = yield* parseTree(text);
    yield;
    return done(jsonFormat(tree.root), readTree(tree, index, true));
  }
  if (/^\s*(allow|deny)\s+[^\s;]+\s*;/im.test(text)) return done('nginx', readNginx(text, index));
  const language = languageOf(text);
  if (language) return done(language, readTree(yield* parseTree(text), index, language === 'terraform'));
  const delimiter = csvDelimiter(text);
  return delimiter === undefined
    ? done('text', yield* readText(index))
    : done('csv', yield* readCsv(text, delimiter, index));
}

/** How a format is called on screen. */
export const formatNames: Readonly<Record<ListFormat, string>> = {
  text: 'plain text',
  csv: 'CSV',
  json: 'JSON',
  nsg: 'network security group, JSON',
  'ip-group': 'IP group, JSON',
  terraform: 'Terraform',
  bicep: 'Bicep',
  nginx: 'nginx',
};

function languageOf(text: string): 'terraform' | 'bicep' | undefined {
  if (/^\s*(targetScope\s*=|(param|var|output|resource|module)\s+\w.*=)/m.test(text)) return 'bicep';
  if (
    /^\s*(resource|data|variable|module|provider)\s+"[^"]*"|^\s*(locals|security_rule|ip_restriction|network_rules)\s*\{/m.test(
      text,
    )
  )
    return 'terraform';
  if (/^\s*\w+\s*=\s*[[{"]/m.test(text)) return 'terraform';
  return /^\s*\w+:\s*[[{']\s*$/m.test(text) && /'/.test(text) ? 'bicep' : undefined;
}

function jsonFormat(root: TreeNode): ListFormat {
  if (some(root, isNsgRule)) return 'nsg';
  const isGroup = (node: TreeNode) => memberOf(node, 'ipaddresses')?.kind === 'array';
  return some(root, isGroup) ? 'ip-group' : 'json';
}

function some(node: TreeNode, test: (node: TreeNode) => boolean): boolean {
  if (node.kind === 'array') return node.items.some(item => some(item, test));
  if (node.kind !== 'object') return false;
  return test(node) || node.members.some(({ value }) => some(value, test));
}
