/** What an indexer's database answers. Throws with its own words when it does not. */
export async function askIndexer(url: string, query: string): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  const answer = (await response.json()) as { data?: unknown; errors?: { message: string }[] };
  if (answer.data === undefined) throw new Error(answer.errors?.map(({ message }) => message).join(", "));
  return answer.data;
}
