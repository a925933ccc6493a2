/** What a link to the page asks for: which block, which town, and whether as a poster, of a town or a business. */
export type VerifyRoute = {
  /** Null for the newest. */
  block: bigint | null;
  /** Null for all. */
  town: number | null;
  poster: "town" | bigint | null;
};

const NUMBER = /^\d{1,20}$/;

/** Reads what a link asks for after its "#". What is no number is not there. */
export function readVerifyRoute(hash: string): VerifyRoute {
  const asked = new URLSearchParams(hash.replace(/^#\/?/, ""));
  const numberIn = (name: string) => {
    const text = asked.get(name) ?? "";
    return NUMBER.test(text) ? BigInt(text) : null;
  };
  const town = numberIn("town");
  return {
    block: numberIn("block"),
    town: town === null ? null : Number(town),
    poster: asked.get("poster") === "town" && town !== null ? "town" : numberIn("poster"),
  };
}

/** A link that opens the page as it is wanted: `page` is the page's own address, whatever stands after its "#". */
export function linkTo(page: string, { block, town, poster }: VerifyRoute): string {
  const asked = Object.entries({ block, town, poster }).filter(([, value]) => value !== null);
  const hash = asked.map(([name, value]) => `${name}=${value}`).join("&");
  return `${page.split("#", 1)[0]}${hash && "#"}${hash}`;
}

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
