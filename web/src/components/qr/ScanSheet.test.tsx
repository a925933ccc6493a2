// @vitest-environment jsdom
import { fireEvent, screen } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { qrWords } from "../../content/words/qr.ts";
import { renderSaid } from "../../testing/renderSaid.tsx";
import { ScanSheet } from "./ScanSheet.tsx";

// jsdom opens no dialogs, and plays no films.
HTMLDialogElement.prototype.showModal = function () {
  this.open = true;
};
HTMLDialogElement.prototype.close = function () {
  this.open = false;
};
HTMLMediaElement.prototype.play = () => Promise.resolve();

function withCamera(getUserMedia: () => Promise<unknown>): void {
  vi.stubGlobal("navigator", { mediaDevices: { getUserMedia } });
}

const refusing = (name: string) => () => Promise.reject(new DOMException("no", name));

function open(take: (text: string) => null = () => null) {
  return renderSaid(<ScanSheet title="Scan" take={take} onClose={() => undefined} />);
}

describe("ScanSheet", () => {
  beforeEach(() => vi.unstubAllGlobals());

  it.each([
    ["was refused", refusing("NotAllowedError"), "This page may not use the camera."],
    ["is not there", refusing("NotFoundError"), "No camera was found."],
    ["is in use", refusing("NotReadableError"), "Something else uses the camera."],
    ["fails in its own way", refusing("AbortError"), "The camera does not work here."],
  ])("says that the camera %s, and offers a picture and pasting", async (_, camera, words) => {
    withCamera(camera);
    open();
    expect(await screen.findByText(words, { exact: false })).toBeTruthy();
    expect(screen.getByLabelText("A picture of the code")).toBeTruthy();
    expect(screen.getByLabelText("The text of the code")).toBeTruthy();
  });

  it("says so where the browser offers pages no camera at all", async () => {
    vi.stubGlobal("navigator", {});
    open();
    expect((await screen.findByText(/No camera was found/)).textContent).not.toBe("");
  });

  it("takes a pasted text, and says what stands against it", async () => {
    withCamera(refusing("NotAllowedError"));
    const take = vi.fn(() => qrWords.problems.foreign);
    renderSaid(<ScanSheet title="Scan" take={take} onClose={() => undefined} />);
    fireEvent.change(screen.getByLabelText("The text of the code"), { target: { value: "hello" } });
    fireEvent.click(screen.getByRole("button", { name: "Read it" }));
    expect(take).toHaveBeenCalledExactlyOnceWith("hello");
    expect((await screen.findByRole("alert")).textContent).toContain("does not belong to One Small Town");
  });

  it("lets go of the camera when it is closed", async () => {
    const stop = vi.fn();
    withCamera(() => Promise.resolve({ getTracks: () => [{ readyState: "live", stop }] }));
    const { unmount } = open();
    await screen.findByText(/Hold the code in front/);
    unmount();
    await vi.waitFor(() => expect(stop).toHaveBeenCalledOnce());
  });

  it("lets go of a camera that comes when it is closed already", async () => {
    const stop = vi.fn();
    let give: (stream: unknown) => void = () => undefined;
    withCamera(() => new Promise((resolve) => (give = resolve)));
    open().unmount();
    give({ getTracks: () => [{ readyState: "live", stop }] });
    await vi.waitFor(() => expect(stop).toHaveBeenCalledOnce());
  });
});
