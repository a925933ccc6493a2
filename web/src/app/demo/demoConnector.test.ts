// @vitest-environment jsdom
import { describe, expect, it, vi } from "vitest";
import type { System } from "../../chain/System.ts";
import { demoConnector } from "./demoConnector.ts";

const AMINA = { name: "Amina", address: "0x90F79bf6EB2c4f870365E785982E1f101E93b906" } as const;
const SEND = { method: "eth_sendTransaction", params: [{ to: AMINA.address, data: "0x" }] };

// jsdom lacks the methods of a dialog.
HTMLDialogElement.prototype.showModal = function () {
  this.open = true;
};
HTMLDialogElement.prototype.close = function () {
  this.open = false;
};

async function open() {
  const request = vi.fn(async () => "0xhash");
  const deployment = { chainId: 31_337, startBlockHash: "0x1", addresses: {} };
  const system = { deployment, client: { request } } as unknown as System;
  const connector = demoConnector(system, AMINA)({ emitter: { emit() {} } } as never);
  return {
    request,
    connector,
    provider: (await connector.getProvider()) as { request: (ask: object) => Promise<unknown> },
  };
}

async function press(label: string): Promise<void> {
  const button = await vi.waitFor(() => {
    const found = [...document.querySelectorAll("button")].find(({ textContent }) => textContent === label);
    if (found === undefined) throw new Error(`There is no button ${label}`);
    return found;
  });
  button.click();
}

describe("demoConnector", () => {
  it("sends what its person confirmed to the chain, which signs", async () => {
    const { request, provider } = await open();

    const sending = provider.request(SEND);
    await press("Confirm");

    expect(await sending).toBe("0xhash");
    expect(request).toHaveBeenCalledWith(SEND);
  });

  it("sends nothing that its person rejected", async () => {
    const { request, provider } = await open();

    const sending = provider.request(SEND);
    await Promise.all([expect(sending).rejects.toMatchObject({ code: 4001 }), press("Reject")]);

    expect(request).not.toHaveBeenCalled();
  });

  it("acts as its person until it is disconnected, also after a reload", async () => {
    const { connector, provider } = await open();
    await connector.connect();

    expect(await provider.request({ method: "eth_accounts" })).toEqual([AMINA.address]);
    expect(await (await open()).connector.isAuthorized()).toBe(true);

    await connector.disconnect();
    expect(await (await open()).connector.isAuthorized()).toBe(false);
  });
});
