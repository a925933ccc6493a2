type Wanted = { rpcUrl: string; block: bigint; town: number | null };

/** What to type in the project's folder to have the same books checked by another program, without this page. */
export function commandFor({ rpcUrl, block, town }: Wanted): string {
  const options = ["--rpc", quoted(rpcUrl), ...(town === null ? [] : ["--town", town]), "--block", block];
  return `npm run audit -- ${options.join(" ")}`;
}

/** An address of a node may have signs that a shell takes for its own. */
function quoted(text: string): string {
  return /^[\w:/.,@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
