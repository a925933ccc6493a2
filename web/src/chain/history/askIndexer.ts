const TIMEOUT = 10_000;

/** What an indexer answers to a question; throws when it does not. */
export async function askIndexer(indexer: string, query: string, variables: object): Promise<unknown> {
  const response = await fetch(`${indexer}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(TIMEOUT),
  });
  if (!response.ok) throw new Error(`The indexer answered ${response.status}`);
  const { data } = (await response.json()) as { data?: unknown };
  if (data === undefined || data === null) throw new Error("The indexer did not understand the question");
  return data;
}
