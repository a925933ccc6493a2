import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Request } from "@one-small-town/core/asking/Ask.ts";
import { connection } from "../../fixture/connection.ts";

/** What a node answers instead of `answer`; it may also throw what a node refuses with. */
export type Alter = (request: Request, answer: unknown) => unknown;

/** What nodes say when a call reverts. */
const REVERTED = -32000;

/** What a node says instead of an answer, and under which HTTP status. */
export class Refused extends Error {
  readonly code: number;
  readonly status: number;

  constructor(message: string, code: number, status = 200) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** The chain of the tests behind an address, as a node that may lie. `asked` is every question to it. */
export async function serveChain(alter: Alter = (_, answer) => answer) {
  const asked: Request[] = [];
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      let body = "";
      for await (const chunk of incoming) body += String(chunk);
      const questions = JSON.parse(body) as Question | Question[];
      asked.push(...[questions].flat());
      const answers = await Promise.all([questions].flat().map((question) => reply(question, alter)));
      const status = Math.max(...answers.map((answer) => answer.status));
      const said = answers.map(({ answer }) => answer);
      outgoing.writeHead(status, { "content-type": "application/json" });
      outgoing.end(JSON.stringify(Array.isArray(questions) ? said : said[0]));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

type Question = Request & { id: number };

async function reply(question: Question, alter: Alter) {
  const { status, ...answer } = await answerTo(question, alter);
  return { status, answer: { jsonrpc: "2.0", id: question.id, ...answer } };
}

async function answerTo({ method, params }: Request, alter: Alter) {
  try {
    const answer = await connection.provider.request({ method, params: params as never });
    return { status: 200, result: await alter({ method, params }, answer) };
  } catch (error) {
    const { message } = error as Error;
    if (error instanceof Refused) return { status: error.status, error: { message, code: error.code } };
    return { status: 200, error: { message, code: REVERTED } };
  }
}
