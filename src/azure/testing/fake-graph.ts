import { json, type Sent } from './fake-network.ts';

type Options = {
  readonly services?: readonly unknown[];
  readonly subscriptions?: readonly unknown[];
  /** Most rows a page holds, whatever $top asks for. */
  readonly pageSize?: number;
  /** Most rows before the answer is too large. */
  readonly tooLargeAbove?: number;
};

/** Answers queries as Resource Graph does, as far as paging goes; undefined for any other request. */
export function answerGraph(sent: Sent, options: Options): Response | undefined {
  if (sent.url.pathname !== '/providers/Microsoft.ResourceGraph/resources') return undefined;
  const { query, options: asked } = sent.body as {
    query: string;
    options: { $top: number; $skipToken?: string };
  };
  const rows = query.startsWith('resourcecontainers') ? options.subscriptions : options.services;
  const all = rows ?? [];
  const from = Number(asked.$skipToken ?? 0);
  const top = Math.min(asked.$top, options.pageSize ?? 1_000);
  if (top > (options.tooLargeAbove ?? 1_000) && all.length - from > (options.tooLargeAbove ?? 1_000))
    return tooLarge();
  const data = all.slice(from, from + top);
  const next = from + data.length;
  return json({
    totalRecords: all.length,
    count: data.length,
    data,
    facets: [],
    resultTruncated: 'false',
    ...(next < all.length ? { $skipToken: String(next) } : {}),
  });
}

/** As Resource Graph words it: the code that matters stands in the details. */
export function tooLarge(): Response {
  return json(
    {
      error: {
        code: 'BadRequest',
        message:
          'Please provide below info when asking for support: timestamp = x, correlationId = 3a0a7f14-1b5c-4b7e-9f5b-0c5a1d1f9b11.',
        details: [{ code: 'ResponsePayloadTooLarge', message: 'Response payload size is 17000000.' }],
      },
    },
    { status: 400 },
  );
}
