import { createRequire } from 'node:module';
import * as v from 'valibot';
import { tableColumns, tableNames } from './tables.ts';

/*
 * Microsoft's own parser of KQL (`@kusto/language-service-next`), told of Resource Graph's tables. For tests: it says
 * whether a text is KQL at all, and what columns its answer has. It knows nothing of what Resource Graph leaves out.
 *
 * The package is C# made into scripts that put `Bridge` and `Kusto` into the global scope and import nothing: the
 * runtime has to be loaded first. Its type declarations are global too and 1.8 MB long, so the few parts in use are
 * described and checked here.
 */
const load = createRequire(import.meta.url);
load('@kusto/language-service-next/bridge.min.js');
load('@kusto/language-service-next/Kusto.Language.Bridge.min.js');

type KqlDiagnostic = {
  readonly message: string;
  /** Offset into the text. */
  readonly start: number;
  readonly length: number;
  readonly severity: string;
};

type KqlAnalysis = {
  readonly diagnostics: readonly KqlDiagnostic[];
  /** The columns of the answer, as `name:type`; null where the result is no table. */
  readonly columns: readonly string[] | null;
};

const bridge = part(globalThis, 'Bridge');
const kusto = part(part(globalThis, 'Kusto'), 'Language');
const symbols = part(kusto, 'Symbols');
/** From a name and the text of a schema. */
const tableSymbol = part(part(symbols, 'TableSymbol'), '$ctor7');
/** From a name, another name, its tables, and whether it has more than those. */
const databaseSymbol = part(part(symbols, 'DatabaseSymbol'), '$ctor3');

const diagnosticItems = v.array(
  v.object({ Message: v.string(), Severity: v.string(), Start: v.number(), Length: v.number() }),
);
/** By the spellings of the tables' names: the parser keeps what it has found out about a database. */
const knownGlobals = new Map<string, unknown>();

const columnItems = v.array(v.object({ Name: v.string(), Type: v.object({ Name: v.string() }) }));

// The first analysis builds the grammar, which takes up to seconds on a busy machine: here, where no test waits for it.
analyzeKql('Resources | where id == name');

/** What Microsoft's parser has to say of a query over Resource Graph's tables; nothing for a good one. */
export function kqlDiagnostics(text: string): readonly KqlDiagnostic[] {
  return analyzeKql(text).diagnostics;
}

/** As `kqlDiagnostics`, with the columns that the parser makes out. */
export function analyzeKql(text: string): KqlAnalysis {
  const code = call(part(kusto, 'KustoCode'), 'ParseAndAnalyze', text, globalsFor(text));
  const found = v.parse(diagnosticItems, call(bridge, 'toArray', call(code, 'GetDiagnostics')));
  const result = part(code, 'ResultType');
  const columns = part(result, 'Columns');
  return {
    diagnostics: found.map(({ Message, Severity, Start, Length }) => ({
      message: Message,
      start: Start,
      length: Length,
      severity: Severity,
    })),
    columns:
      columns === undefined
        ? null
        : v
            .parse(columnItems, call(bridge, 'toArray', columns))
            .map(({ Name, Type }) => `${Name}:${Type.Name}`),
  };
}

/** Resource Graph takes its tables' names in any case and KQL does not: each spelling in the text is declared. */
function globalsFor(text: string): unknown {
  const found = text.match(new RegExp(`\\b(?:${tableNames.join('|')})\\b`, 'gi')) ?? [];
  const spellings = [...new Set(found)].sort();
  const known = knownGlobals.get(spellings.join()) ?? globalsWith(spellings);
  knownGlobals.set(spellings.join(), known);
  return known;
}

function globalsWith(spellings: readonly string[]): unknown {
  const schema = tableColumns.map(({ name, type }) => `['${name}']: ${type}`).join(', ');
  const tables = spellings.map(name => construct(tableSymbol, name, `(${schema})`, null));
  const database = construct(databaseSymbol, 'ResourceGraph', null, tables, false);
  return call(part(part(kusto, 'GlobalState'), 'Default'), 'WithDatabase', database);
}

function part(target: unknown, name: string): unknown {
  return Reflect.get(Object(target), name);
}

function call(target: unknown, method: string, ...args: readonly unknown[]): unknown {
  const found = part(target, method);
  if (typeof found !== 'function') throw new Error(`The KQL parser has no ${method}.`);
  return Reflect.apply(found, target, args);
}

function construct(type: unknown, ...args: readonly unknown[]): unknown {
  if (typeof type !== 'function') throw new Error('The KQL parser lacks a class.');
  return Reflect.construct(type, args);
}
