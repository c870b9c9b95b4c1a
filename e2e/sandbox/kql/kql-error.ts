/**
 * What Resource Graph answers, with HTTP 400, to a query that it will not run. The shape and the codes
 * `InvalidQuery`, `ParserFailure` and `InvalidQueryLanguage` are those of published answers
 * (Azure/azure-powershell: ResourceGraph tests, issue 13762; Azure/aztfexport issue 485).
 */
export type ResourceGraphError = {
  readonly error: {
    readonly code: 'BadRequest';
    readonly message: string;
    readonly details: readonly ResourceGraphErrorDetail[];
  };
};

export type ResourceGraphErrorDetail = {
  readonly code: string;
  readonly message: string;
  /** From 1; -1 where the service does not say. */
  readonly line?: number;
  /** From 0; -1 where the service does not say. */
  readonly characterPositionInLine?: number;
  readonly token?: string;
  readonly expectedToken?: string;
};

type Fault = {
  readonly code: string;
  readonly message: string;
  /** Place in the query's text, counted from 0; null where the service does not say. */
  readonly offset: number | null;
  readonly token: string;
  readonly expectedToken?: string;
};

/** Thrown inside the evaluator alone; `runQuery` turns it into an answer. */
export class KqlError extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.message);
    this.name = 'KqlError';
    this.fault = fault;
  }
}

/** The text does not follow the grammar at this token. */
export function parserFailure(offset: number, token: string, expectedToken?: string): KqlError {
  const fault = { code: 'ParserFailure', message: 'ParserFailure', offset, token };
  return new KqlError(expectedToken === undefined ? fault : { ...fault, expectedToken });
}

/** KQL that Resource Graph leaves out: its answer names the operator without a place. */
export function notInResourceGraph(token: string): KqlError {
  return new KqlError({
    code: 'InvalidQueryLanguage',
    message: 'InvalidQueryLanguage',
    offset: null,
    token,
  });
}

export function unknownFunction(offset: number, name: string): KqlError {
  return new KqlError({ code: 'UnknownFunction', message: 'UnknownFunction', offset, token: name });
}

/**
 * The query reads well and means nothing: an unknown name, a type that does not fit. No published answer
 * was found for these, so they carry the general code and say in words what is wrong.
 */
export function invalidQuery(offset: number, token: string, message: string): KqlError {
  return new KqlError({ code: 'InvalidQuery', message, offset, token });
}

/** Puts details into the envelope. `now` is epoch ms; the stamp has seven decimals, as Azure writes it. */
export function resourceGraphError(
  details: readonly ResourceGraphErrorDetail[],
  now: number,
  correlationId: string,
): ResourceGraphError {
  const timestamp = new Date(now).toISOString().replace('Z', '0000Z');
  return {
    error: {
      code: 'BadRequest',
      message: `Please provide below info when asking for support: timestamp = ${timestamp}, correlationId = ${correlationId}.`,
      details,
    },
  };
}

const general: ResourceGraphErrorDetail = {
  code: 'InvalidQuery',
  message:
    'Query is invalid. Please refer to the documentation for the Azure Resource Graph service and fix the error before retrying.',
};

/** The two details that follow from a fault in this query text: the general one and the exact one. */
export function detailsOf(error: KqlError, text: string): readonly ResourceGraphErrorDetail[] {
  const { code, message, offset, token, expectedToken } = error.fault;
  const before = offset === null ? null : text.slice(0, offset).split('\n');
  const exact = {
    code,
    message,
    line: before === null ? -1 : before.length,
    characterPositionInLine: before === null ? -1 : (before.at(-1) ?? '').length,
    token,
  };
  return [general, expectedToken === undefined ? exact : { ...exact, expectedToken }];
}
