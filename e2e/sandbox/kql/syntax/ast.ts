import type { KqlType } from '../values/type.ts';

/** Every node knows where it begins in the text (`at`), so that an error can name the place. */
export type Expression =
  | { readonly kind: 'literal'; readonly at: number; readonly type: KqlType; readonly value: unknown }
  | { readonly kind: 'name'; readonly at: number; readonly name: string }
  | { readonly kind: 'member'; readonly at: number; readonly target: Expression; readonly key: string }
  | { readonly kind: 'index'; readonly at: number; readonly target: Expression; readonly index: Expression }
  | { readonly kind: 'call'; readonly at: number; readonly name: string; readonly args: readonly Argument[] }
  | { readonly kind: 'negate'; readonly at: number; readonly operand: Expression }
  | {
      readonly kind: 'logic';
      readonly at: number;
      readonly all: boolean;
      readonly parts: readonly Expression[];
    }
  | {
      readonly kind: 'binary';
      readonly at: number;
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'list';
      readonly at: number;
      readonly operator: string;
      readonly value: Expression;
      readonly items: readonly Expression[];
    }
  | {
      readonly kind: 'between';
      readonly at: number;
      readonly negated: boolean;
      readonly value: Expression;
      readonly low: Expression;
      readonly high: Expression;
    };

export type Argument =
  | Expression
  | { readonly kind: 'star'; readonly at: number }
  | { readonly kind: 'typeof'; readonly at: number; readonly type: KqlType };

/** `name = expression`, or the expression alone. */
export type NamedExpression = {
  readonly name: string | null;
  readonly at: number;
  readonly expression: Expression;
};

export type SortKey = {
  readonly expression: Expression;
  readonly ascending: boolean;
  readonly nullsFirst: boolean;
};

export type JoinKey = { readonly at: number; readonly left: string; readonly right: string };

type Expansion = NamedExpression & { readonly to: KqlType | null };

export type Operator =
  | { readonly kind: 'where'; readonly at: number; readonly predicate: Expression }
  | { readonly kind: 'project' | 'extend'; readonly at: number; readonly items: readonly NamedExpression[] }
  | { readonly kind: 'distinct'; readonly at: number; readonly items: readonly NamedExpression[] | 'all' }
  | { readonly kind: 'project-away'; readonly at: number; readonly patterns: readonly Place[] }
  | { readonly kind: 'project-rename'; readonly at: number; readonly renames: readonly Rename[] }
  | { readonly kind: 'sort'; readonly at: number; readonly keys: readonly SortKey[] }
  | { readonly kind: 'top'; readonly at: number; readonly count: Expression; readonly key: SortKey }
  | { readonly kind: 'take'; readonly at: number; readonly count: Expression }
  | { readonly kind: 'count'; readonly at: number }
  | {
      readonly kind: 'summarize';
      readonly at: number;
      readonly items: readonly NamedExpression[];
      readonly by: readonly NamedExpression[];
    }
  | {
      readonly kind: 'join';
      readonly at: number;
      readonly flavor: string;
      readonly right: Pipeline;
      readonly keys: readonly JoinKey[];
    }
  | ({ readonly kind: 'union'; readonly at: number } & Union)
  | {
      readonly kind: 'mv-expand';
      readonly at: number;
      readonly bagsAsArrays: boolean;
      readonly indexName: string | null;
      readonly items: readonly Expansion[];
      readonly limit: Expression | null;
    };

export type Place = { readonly at: number; readonly text: string };

export type Rename = { readonly at: number; readonly to: string; readonly from: Place };

export type Union = {
  readonly inner: boolean;
  readonly sourceName: string | null;
  readonly legs: readonly Pipeline[];
};

export type Source =
  | { readonly kind: 'table'; readonly at: number; readonly name: string }
  | ({ readonly kind: 'union'; readonly at: number } & Union)
  | { readonly kind: 'nested'; readonly at: number; readonly pipeline: Pipeline };

export type Pipeline = { readonly source: Source; readonly operators: readonly Operator[] };

export type Let = {
  readonly name: string;
  readonly at: number;
  readonly value:
    | { readonly kind: 'scalar'; readonly expression: Expression }
    | { readonly kind: 'table'; readonly pipeline: Pipeline };
};

export type Query = { readonly lets: readonly Let[]; readonly pipeline: Pipeline };
