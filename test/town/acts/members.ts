import { LAPSES_AFTER, OBJECTION_TIME } from "@one-small-town/core/rules/Succession.ts";
import { expect } from "chai";
import { Wallet, id as hashOf } from "ethers";
import { ethers, networkHelpers } from "../../fixture/connection.ts";
import { idOf } from "../../fixture/people.ts";
import { COUNTRY, DAY, ELSEWHERE, willowmere } from "../../fixture/willowmere.ts";
import { doing, filesIn } from "../support/atTheTerminal.ts";

const walletOf = (name: string) => new Wallet(hashOf(name), ethers.provider);

/** Those of members, each done by whoever may. */
export function actsOfMembers(): void {
  describe("npm run town, members", () => {
    const { file, folder, remove } = filesIn();
    after(remove);

    async function atWillowmere() {
      const before = await networkHelpers.loadFixture(willowmere);
      const until = new Date((before.residentUntil - DAY) * 1000).toISOString().slice(0, 10);
      return { ...before, until, ...doing(before.deployment, folder) };
    }

    it("attests from a file, tells who was left out and why, and when it is run again does only the rest", async () => {
      const { registrar, town, until, memberRegistry, amina, ...at } = await atWillowmere();
      const rows = [
        ...["nia", "omar"].map((name) => `${walletOf(name).address},${until},yes,${idOf(name)}`),
        `${walletOf("amina's second").address};${until};no;${idOf("amina")}`.replaceAll(";", ","),
      ];
      const path = file("residents.csv", `wallet,until,joins,person\n${rows.join("\n")}\n`);

      const first = await at.does(registrar, "attest", { town, file: path });
      expect(first.sent?.[0]?.leftOut).to.have.length(1);
      expect(first.sent?.[0]?.leftOut[0]).to.match(/problem: MemberRegistryPersonKnown\(/);
      expect(first.notes).to.deep.equal(["3 to attest."]);
      expect(await memberRegistry.isMember(walletOf("omar").address, town)).to.equal(true);
      const second = await at.does(registrar, "attest", { town, file: path });
      expect(second.notes).to.deep.equal(["1 to attest; 2 are attested already."]);
      expect(amina.address).to.not.equal("");
    });

    it("attests so many in several transactions, each below the gas that one may use", async () => {
      const { registrar, town, until, ...at } = await atWillowmere();
      const rows = Array.from({ length: 160 }, (_, i) => {
        const wallet = `0x${(i + 1).toString(16).padStart(40, "1")}`;
        return `${wallet},${until},yes,${idOf(wallet)}`;
      });
      const path = file("many.csv", `wallet,until,joins,person\n${rows.join("\n")}\n`);
      const { sent } = await at.does(registrar, "attest", { town, file: path });
      expect(sent).to.have.length(2);
    });

    it("reckons persons' ids from documents, with the country office's key", async () => {
      const { registrar, town, until, memberRegistry, ...at } = await atWillowmere();
      const path = file(
        "documents.csv",
        `wallet;until;joins;kind;number\n${walletOf("paul").address};${until};no;passport;paul\n`,
      );
      process.env["PERSON_ID_KEY"] = "the key of the country office";
      try {
        await at.does(registrar, "attest", { town, file: path });
      } finally {
        delete process.env["PERSON_ID_KEY"];
      }
      expect(await memberRegistry.walletOf(COUNTRY, idOf("paul"))).to.equal(walletOf("paul").address);
    });

    it("attests outsiders from a file", async () => {
      const { countryAmbassador, memberRegistry, town, ...at } = await atWillowmere();
      const path = file(
        "friends.csv",
        `wallet,country,person\n${walletOf("ines").address},${ELSEWHERE},${idOf("ines")}\n`,
      );
      await at.does(countryAmbassador, "attest-outsiders", { country: COUNTRY, file: path });
      expect(await memberRegistry.tierOf(walletOf("ines").address, town)).to.equal(3n);
    });

    it("admits whoever brings a registrar's word, unless it is revoked", async () => {
      const { registrar, stranger, town, until, memberRegistry, ...at } = await atWillowmere();
      const nia = { town, wallet: walletOf("nia").address, person: idOf("nia"), until };
      await at.speaks(registrar, "sign-admission", nia, stranger);
      expect(await memberRegistry.isMember(nia.wallet, town)).to.equal(true);

      const { verb, options } = await at.signs(registrar, "sign-admission", {
        ...nia,
        wallet: walletOf("omar").address,
        person: idOf("omar"),
      });
      const { wallet = "", person = "", until: to = "", nonce = "", deadline = "" } = options;
      await at.does(registrar, "revoke-admission", { town, wallet, person, until: to, nonce, deadline });
      expect(await at.refuses(stranger, verb, options)).to.include("MemberRegistryAdmissionRevoked(");
    });

    it("lets people move, resign, and be suspended and reinstated", async () => {
      const { registrar, townAmbassador, countryAmbassador, amina, ben, town, memberRegistry, ...at } =
        await atWillowmere();
      const reason = file("reason.txt", "the reason");
      await at.does(ben, "move-house", { country: ELSEWHERE });
      await at.does(ben, "resign");
      await at.does(registrar, "propose-suspension", { wallet: amina.address, reason });
      await at.does(registrar, "take-back-suspension", { wallet: amina.address });
      const proposed = await at.does(registrar, "propose-suspension", { wallet: amina.address, reason });
      expect(proposed.missing?.[0]).to.include({ who: "the Town Ambassador", verb: "confirm-suspension" });
      expect(await at.tells(amina, "open", { town })).to.include(`${amina.address} is to be suspended`);
      await at.does(townAmbassador, "confirm-suspension", { wallet: amina.address, reason });
      expect(await at.tells(amina, "who")).to.match(/It is a person's of town 1, .*; member 4; suspended\./);
      await at.does(countryAmbassador, "reinstate", { wallet: amina.address });
      expect((await memberRegistry.personOf(amina.address)).suspended).to.equal(false);
    });

    it("proposes new wallets, which people object to, keys refuse, or both ambassadors confirm", async () => {
      const { registrar, townAmbassador, countryAmbassador, amina, ben, carla, dina, town, ...at } =
        await atWillowmere();
      const heir = walletOf("an heir").address;
      await at.does(amina, "set-nominee", { nominee: heir });
      await at.speaks(walletOf("amina's new"), "sign-new-wallet", { wallet: amina.address }, registrar);
      await at.does(townAmbassador, "refuse-succession", { wallet: amina.address });
      await at.speaks(walletOf("amina's next"), "sign-new-wallet", { wallet: amina.address }, registrar);
      await at.does(amina, "object-to-succession");
      await at.speaks(walletOf("carla's new"), "sign-new-wallet", { wallet: carla.address }, registrar);
      await at.speaks(carla, "sign-succession-objection", {}, dina);

      await at.does(countryAmbassador, "propose-closing", {
        wallet: dina.address,
        heir,
        evidence: file("certificate.txt", "a certificate"),
      });
      const moving = await at.speaks(walletOf("ben's new"), "sign-new-wallet", { wallet: ben.address }, registrar);
      expect(moving.missing?.map(({ who }) => who)).to.deep.equal(["the Town Ambassador", "the Country Ambassador"]);
      await networkHelpers.time.increase(OBJECTION_TIME);
      expect(await at.tells(amina, "open", { town })).to.include(`confirm-succession --wallet ${ben.address}`);
      const first = await at.does(townAmbassador, "confirm-succession", { wallet: ben.address });
      expect(first.missing?.map(({ who }) => who)).to.deep.equal(["the Country Ambassador"]);
      const second = await at.does(countryAmbassador, "confirm-succession", { wallet: ben.address });
      expect(second.sent?.[0]?.events.join()).to.include("SuccessionCompleted(");
      await at.does(carla, "move-infinity", { wallet: ben.address });

      await networkHelpers.time.increase(LAPSES_AFTER);
      await at.does(carla, "forget", { wallets: dina.address });
    });
  });
}
