import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { expect } from "chai";
import { AbiCoder, id, keccak256, ZeroAddress, ZeroHash } from "ethers";
import { moveWallet } from "../fixture/asSuccession.ts";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { expectSkipped } from "../fixture/expectSkipped.ts";
import { appointAmbassador } from "../fixture/keys.ts";
import { everybodyBut, idOf, impersonate } from "../fixture/people.ts";
import { recordOf } from "../fixture/recordOf.ts";
import { movingAmina, proposeMove, succeeding, wordOf } from "../fixture/succeeding.ts";
import { COUNTRY, DAY, ELSEWHERE } from "../fixture/willowmere.ts";

const EVIDENCE = id("a death certificate");

describe("Succession", () => {
  describe("setNominee", () => {
    it("names anybody, and nobody again, for any wallet: also one that nobody has attested", async () => {
      const { succession, amina, ben, stranger } = await networkHelpers.loadFixture(succeeding);

      for (const wallet of [amina, stranger]) {
        expect(await succession.hasNamed(wallet.address)).to.equal(false);
        await expect(succession.connect(wallet).setNominee(ben.address))
          .to.emit(succession, "NomineeSet")
          .withArgs(wallet.address, ben.address);
        expect(await succession.nomineeOf(wallet.address)).to.equal(ben.address);

        await succession.connect(wallet).setNominee(ZeroAddress);
        expect(await succession.nomineeOf(wallet.address)).to.equal(ZeroAddress);
        expect(await succession.hasNamed(wallet.address)).to.equal(true);
      }
    });

    it("says nothing of a wallet that only ever named nobody", async () => {
      const { succession, amina } = await networkHelpers.loadFixture(succeeding);

      await succession.connect(amina).setNominee(ZeroAddress);

      expect(await succession.hasNamed(amina.address)).to.equal(false);
    });

    it("reverts with SuccessionBadSuccessor for the wallet itself", async () => {
      const { succession, amina } = await networkHelpers.loadFixture(succeeding);

      await expect(succession.connect(amina).setNominee(amina.address))
        .to.be.revertedWithCustomError(succession, "SuccessionBadSuccessor")
        .withArgs(amina.address, amina.address);
    });
  });

  describe("proposeMove", () => {
    describe("given a registrar, and a wallet that has signed", () => {
      it("says what is proposed, keeps it for all to see, and lets what others claim wait", async () => {
        const { memberRegistry, succession, registrar, amina, stranger, town, ...rest } =
          await networkHelpers.loadFixture(movingAmina);
        const { id: ofProposal, proposal } = rest;

        expect(proposal).to.deep.equal({
          wallet: amina.address,
          successor: stranger.address,
          evidence: ZeroHash,
          town: BigInt(town),
          country: BigInt(COUNTRY),
          proposer: registrar.address,
          proposedAt: BigInt(await networkHelpers.time.latest()),
          isSecond: false,
          passesOver: false,
        });
        const types = ["address", "address", "bytes32", "uint32", "uint16", "address", "uint40", "bool", "bool"];
        expect(ofProposal).to.equal(keccak256(AbiCoder.defaultAbiCoder().encode(types, Object.values(proposal))));
        const standing = await succession.successionOf(amina.address);
        expect(standing.id).to.equal(ofProposal);
        expect(recordOf(standing.proposal)).to.deep.equal(proposal);
        const { proposedAt } = proposal;
        expect([...standing].slice(2)).to.deep.equal([
          true,
          proposedAt + BigInt(7 * DAY),
          proposedAt + BigInt(30 * DAY),
          false,
          false,
          false,
        ]);
        expect(await succession.proposedBy(roleIds.registrar(town))).to.deep.equal([amina.address]);
        expect(await succession.isOpen(amina.address)).to.equal(true);
        expect(await succession.isReserved(stranger.address)).to.equal(true);
        expect(await memberRegistry.isWaiting(amina.address)).to.equal(true);
        expect((await memberRegistry.personOf(amina.address)).waiting).to.equal(true);
        expect((await memberRegistry.walletsAt(town, [3, 4, 5])).waiting).to.deep.equal([false, true, false]);
      });

      it("keeps the new wallet for the person: nobody attests it for anybody", async () => {
        const { memberRegistry, registrar, otto, countryAmbassador, stranger, residentUntil, town } =
          await networkHelpers.loadFixture(movingAmina);
        const statement = { wallet: stranger.address, residentUntil, joins: false, personId: idOf("stranger") };

        const asResident = memberRegistry.connect(registrar).attest(town, [statement]);
        await expectSkipped(memberRegistry, asResident, "MemberRegistryReserved", stranger.address);
        for (const [caller, country] of [
          [otto, ELSEWHERE],
          [countryAmbassador, COUNTRY],
        ] as const) {
          const outsider = { wallet: stranger.address, country, personId: idOf("stranger") };
          const asOutsider = memberRegistry.connect(caller).attestOutsiders(country, [outsider]);
          await expectSkipped(memberRegistry, asOutsider, "MemberRegistryReserved", stranger.address);
        }
      });

      it("keeps the person at home meanwhile", async () => {
        const { memberRegistry, quinn, amina, residentUntil, hillside } = await networkHelpers.loadFixture(movingAmina);
        await memberRegistry.connect(amina).moveHouse(hillside, ELSEWHERE);
        const statement = { wallet: amina.address, residentUntil, joins: true, personId: idOf("amina") };

        const moving = memberRegistry.connect(quinn).attest(hillside, [statement]);
        await expectSkipped(memberRegistry, moving, "MemberRegistrySuccessionOpen", amina.address);
      });

      it("lets the number wait that the person gets meanwhile", async () => {
        const { memberRegistry, registrar, carla, stranger, residentUntil, town, move } =
          await networkHelpers.loadFixture(succeeding);
        await move("carla", stranger);
        const statement = { wallet: carla.address, residentUntil, joins: true, personId: idOf("carla") };

        await memberRegistry.connect(registrar).attest(town, [statement]);

        expect((await memberRegistry.walletsAt(town, [6])).waiting).to.deep.equal([true]);
      });
    });

    describe("given a wallet that has not signed exactly this", () => {
      it("reverts with SuccessionBadSignature", async () => {
        const { succession, registrar, amina, ben, stranger, payer } = await networkHelpers.loadFixture(succeeding);
        const words = [
          await wordOf(succession, { signer: payer, wallet: amina.address, newWallet: stranger.address }),
          await wordOf(succession, { signer: stranger, wallet: ben.address }),
          await wordOf(succession, { signer: stranger, wallet: amina.address, newWallet: payer.address }),
          await wordOf(succession, { signer: stranger, wallet: amina.address }, { name: "One Small Town members" }),
          await wordOf(succession, { signer: stranger, wallet: amina.address }, { version: "2" }),
          await wordOf(succession, { signer: stranger, wallet: amina.address }, { chainId: 1 }),
          await wordOf(succession, { signer: stranger, wallet: amina.address }, { verifyingContract: ben.address }),
        ];
        const [deadline, signature] = await wordOf(succession, { signer: stranger, wallet: amina.address });

        for (const word of [...words, [deadline + 1, signature] as const, [deadline, "0x"] as const]) {
          await expect(succession.connect(registrar).proposeMove(amina.address, stranger.address, ...word))
            .to.be.revertedWithCustomError(succession, "SuccessionBadSignature")
            .withArgs(stranger.address);
        }
      });
    });

    describe("given a word whose time has not come, or is over", () => {
      it("reverts with SuccessionWordNotNow", async () => {
        const { succession, registrar, amina, stranger } = await networkHelpers.loadFixture(succeeding);
        const now = (await networkHelpers.time.latest()) + 100;
        const propose = async (deadline: number) => {
          const word = await wordOf(succession, { signer: stranger, wallet: amina.address, deadline });
          await networkHelpers.time.setNextBlockTimestamp(now);
          return succession.connect(registrar).proposeMove(amina.address, stranger.address, ...word);
        };
        const snapshot = await networkHelpers.takeSnapshot();

        for (const bad of [now - 1, now + 30 * DAY + 1]) {
          await expect(propose(bad))
            .to.be.revertedWithCustomError(succession, "SuccessionWordNotNow")
            .withArgs(bad - 30 * DAY, bad);
          await snapshot.restore();
        }
        for (const good of [now, now + 30 * DAY]) {
          await expect(propose(good)).to.emit(succession, "SuccessionProposed");
          await snapshot.restore();
        }
      });
    });

    describe("given a new wallet with a record, with a key, or kept for somebody else", () => {
      it("reverts with SuccessionBadSuccessor", async () => {
        const { succession, registrar, headOffice, countryAmbassador, amina, ben, dina, stranger, ...rest } =
          await networkHelpers.loadFixture(succeeding);
        await rest.move("carla", stranger);

        for (const bad of [ben, dina, countryAmbassador, headOffice, stranger, amina]) {
          await expect(proposeMove(succession, registrar, amina.address, bad))
            .to.be.revertedWithCustomError(succession, "SuccessionBadSuccessor")
            .withArgs(amina.address, bad.address);
        }
      });
    });

    describe("given a new wallet that is a contract", () => {
      it("reverts with SuccessionBadSuccessor until it has named a nominee", async () => {
        const { succession, registrar, amina, ben } = await networkHelpers.loadFixture(succeeding);
        const contract = await ethers.deployContract("ContractWallet", [ben.address]);
        const newWallet = await contract.getAddress();
        const word = await wordOf(succession, { signer: ben, wallet: amina.address, newWallet });
        const propose = () => succession.connect(registrar).proposeMove(amina.address, newWallet, ...word);

        await expect(propose())
          .to.be.revertedWithCustomError(succession, "SuccessionBadSuccessor")
          .withArgs(amina.address, newWallet);
        await succession.connect(await impersonate(contract)).setNominee(ben.address);

        await expect(propose()).to.emit(succession, "SuccessionProposed");
      });
    });
  });

  describe("proposeClosing", () => {
    describe("given no evidence", () => {
      it("reverts with SuccessionNoEvidence", async () => {
        const { succession, registrar, amina, stranger } = await networkHelpers.loadFixture(succeeding);

        await expect(
          succession.connect(registrar).proposeClosing(amina.address, stranger.address, ZeroHash),
        ).to.be.revertedWithCustomError(succession, "SuccessionNoEvidence");
      });
    });

    describe("given an heir", () => {
      it("does not restrict them: they may be attested, be a person, or hold a key", async () => {
        const { memberRegistry, registrar, headOffice, ben, stranger, residentUntil, town, proposeClosing } =
          await networkHelpers.loadFixture(succeeding);
        const snapshot = await networkHelpers.takeSnapshot();
        for (const heir of [ben, headOffice]) {
          const { proposal } = await proposeClosing("amina", heir, EVIDENCE);
          expect(proposal.successor).to.equal(heir.address);
          await snapshot.restore();
        }

        await proposeClosing("amina", stranger, EVIDENCE);
        const statement = { wallet: stranger.address, residentUntil, joins: true, personId: idOf("stranger") };
        await memberRegistry.connect(registrar).attest(town, [statement]);

        expect(await memberRegistry.isMember(stranger.address, town)).to.equal(true);
        expect(await memberRegistry.isWaiting(stranger.address)).to.equal(false);
      });
    });

    describe("given a nominee", () => {
      /** Amina has named ben. */
      async function nominated() {
        const before = await networkHelpers.loadFixture(succeeding);
        await before.succession.connect(before.amina).setNominee(before.ben.address);
        return before;
      }

      it("says when the heir is another", async () => {
        const { ben, stranger, succession, proposeClosing, ...rest } = await networkHelpers.loadFixture(nominated);
        const snapshot = await networkHelpers.takeSnapshot();
        expect((await proposeClosing("amina", ben, EVIDENCE)).proposal.passesOver).to.equal(false);
        await snapshot.restore();

        const { proposal } = await proposeClosing("amina", stranger, EVIDENCE);

        expect(proposal.passesOver).to.equal(true);
        const { from, until } = await succession.successionOf(rest.amina.address);
        expect(from).to.equal(proposal.proposedAt + BigInt(30 * DAY));
        expect(until).to.equal(proposal.proposedAt + BigInt(60 * DAY));
      });

      it("takes the wallet to which the nominee has moved, however often", async () => {
        const { ben, payer, stranger, proposeClosing, ...rest } = await networkHelpers.loadFixture(nominated);
        await moveWallet(rest, "ben", payer);
        await moveWallet(rest, "ben", stranger);

        const { proposal } = await proposeClosing("amina", stranger, EVIDENCE);

        expect(proposal.passesOver).to.equal(false);
        expect(ben.address).to.not.equal(stranger.address);
      });
    });
  });

  for (const method of ["proposeMove", "proposeClosing"] as const) {
    describe(method, () => {
      const death = method === "proposeClosing";

      async function proposing() {
        const before = await networkHelpers.loadFixture(succeeding);
        const { succession, registrar } = before;
        const propose = async (
          wallet: string,
          to: Parameters<typeof proposeMove>[3] = before.payer,
          by = registrar,
        ) => {
          const successor = await to.getAddress();
          if (death) return succession.connect(by).proposeClosing(wallet, successor, EVIDENCE);
          const word = await wordOf(succession, { signer: to, wallet });
          return succession.connect(by).proposeMove(wallet, successor, ...word);
        };
        return { ...before, propose };
      }

      describe("given anybody but a registrar of the town", () => {
        it("reverts with SuccessionNotRegistrar", async () => {
          const { succession, otto, petra, quinn, amina, stranger, town, propose } =
            await networkHelpers.loadFixture(proposing);

          for (const caller of [...(await everybodyBut("registrar")), otto, petra, quinn]) {
            await expect(propose(amina.address, stranger, caller))
              .to.be.revertedWithCustomError(succession, "SuccessionNotRegistrar")
              .withArgs(town, caller.address);
          }
        });
      });

      describe("given the registrar's own wallet", () => {
        it("reverts with SuccessionNotRegistrar", async () => {
          const { succession, registrar, town, propose } = await networkHelpers.loadFixture(proposing);

          await expect(propose(registrar.address))
            .to.be.revertedWithCustomError(succession, "SuccessionNotRegistrar")
            .withArgs(town, registrar.address);
        });
      });

      describe("given the registrar's own wallet as successor", () => {
        it("reverts with SuccessionBadSuccessor", async () => {
          const { succession, registrar, amina, propose } = await networkHelpers.loadFixture(proposing);

          await expect(propose(amina.address, registrar))
            .to.be.revertedWithCustomError(succession, "SuccessionBadSuccessor")
            .withArgs(amina.address, registrar.address);
        });
      });

      describe("given a superseded successor", () => {
        it("reverts with SuccessionBadSuccessor", async () => {
          const { succession, amina, ben, stranger, propose, ...rest } = await networkHelpers.loadFixture(proposing);
          await moveWallet({ ...rest, succession }, "ben", stranger);

          await expect(propose(amina.address, ben))
            .to.be.revertedWithCustomError(succession, "SuccessionBadSuccessor")
            .withArgs(amina.address, ben.address);
        });
      });

      describe("given an open proposal for the person", () => {
        it("reverts with SuccessionOpen, whoever made it and whatever it says", async () => {
          const { succession, amina, stranger, move, propose } = await networkHelpers.loadFixture(proposing);
          const first = await move("amina", stranger);

          await expect(propose(amina.address))
            .to.be.revertedWithCustomError(succession, "SuccessionOpen")
            .withArgs(amina.address, first.id);
        });

        it("records it when the first has lapsed, and frees the first's wallet", async () => {
          const { memberRegistry, succession, registrar, amina, stranger, payer, residentUntil, town, ...rest } =
            await networkHelpers.loadFixture(proposing);
          const { proposal } = await rest.move("amina", stranger);
          await networkHelpers.time.increaseTo(proposal.proposedAt + BigInt(30 * DAY));

          await expect(rest.propose(amina.address, payer)).to.emit(succession, "SuccessionProposed");

          const statement = { wallet: stranger.address, residentUntil, joins: false, personId: idOf("stranger") };
          await memberRegistry.connect(registrar).attest(town, [statement]);
          expect(await memberRegistry.isResident(stranger.address, town)).to.equal(true);
          expect(await succession.proposedBy(roleIds.registrar(town))).to.deep.equal([amina.address]);
        });

        it("leaves the record of whoever was attested with the first's wallet since that lapsed", async () => {
          const { memberRegistry, registrar, amina, stranger, payer, residentUntil, town, ...rest } =
            await networkHelpers.loadFixture(proposing);
          const { proposal } = await rest.move("amina", stranger);
          await networkHelpers.time.increaseTo(proposal.proposedAt + BigInt(30 * DAY));
          const statement = { wallet: stranger.address, residentUntil, joins: true, personId: idOf("stranger") };
          await memberRegistry.connect(registrar).attest(town, [statement]);

          await expect(rest.propose(amina.address, payer)).to.emit(memberRegistry, "SuccessionEnded");

          expect(await memberRegistry.isMember(stranger.address, town)).to.equal(true);
        });
      });

      describe("given a wallet that is a contract", () => {
        it("reverts with SuccessionContractWallet when it was deployed there later and never named a nominee", async () => {
          const { succession, amina, ben, propose } = await networkHelpers.loadFixture(proposing);
          await networkHelpers.setCode(amina.address, "0x6001");

          await expect(propose(amina.address))
            .to.be.revertedWithCustomError(succession, "SuccessionContractWallet")
            .withArgs(amina.address);
          await succession.connect(amina).setNominee(ben.address);
          await succession.connect(amina).setNominee(ZeroAddress);

          await expect(propose(amina.address)).to.emit(succession, "SuccessionProposed");
        });

        it("records it when it only delegates by EIP-7702", async () => {
          const { succession, amina, propose } = await networkHelpers.loadFixture(proposing);
          await networkHelpers.setCode(amina.address, `0xef0100${"ab".repeat(20)}`);

          await expect(propose(amina.address)).to.emit(succession, "SuccessionProposed");
        });
      });

      describe("given a dormant town", () => {
        it("reverts with TownRegistryDormant", async () => {
          const { townRegistry, headOffice, amina, town, propose } = await networkHelpers.loadFixture(proposing);
          await townRegistry.connect(headOffice).removeTownAmbassador(town);

          await expect(propose(amina.address))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryDormant")
            .withArgs(town);
        });
      });

      describe("given a wallet of nobody, or of one who died", () => {
        it("reverts with SuccessionNotAPerson", async () => {
          const { succession, memberRegistry, ben, stranger, payer, propose } =
            await networkHelpers.loadFixture(proposing);
          await memberRegistry.connect(await impersonate(succession)).close(ben.address, stranger.address);

          for (const nobody of [stranger.address, ben.address, ZeroAddress]) {
            await expect(propose(nobody, payer))
              .to.be.revertedWithCustomError(succession, "SuccessionNotAPerson")
              .withArgs(nobody);
          }
        });
      });

      describe("given a person of no registered town", () => {
        it("records it of the ambassador of the country that attested them, wherever they live", async () => {
          const { memberRegistry, succession, countryAmbassador, dina, emil, stranger, payer, propose } =
            await networkHelpers.loadFixture(proposing);

          await expect(propose(dina.address, stranger, countryAmbassador)).to.emit(succession, "SuccessionProposed");
          await expect(propose(emil.address, payer, countryAmbassador)).to.emit(succession, "SuccessionProposed");

          const role = roleIds.countryAmbassador(COUNTRY);
          expect(await succession.proposedBy(role)).to.deep.equal([dina.address, emil.address]);
          expect(await memberRegistry.isWaiting(emil.address)).to.equal(true);
        });

        it("reverts with SuccessionNotCountryAmbassador for everybody else", async () => {
          const { succession, otto, petra, quinn, dina, stranger, propose } =
            await networkHelpers.loadFixture(proposing);

          for (const caller of [...(await everybodyBut("countryAmbassador")), otto, petra, quinn]) {
            await expect(propose(dina.address, stranger, caller))
              .to.be.revertedWithCustomError(succession, "SuccessionNotCountryAmbassador")
              .withArgs(COUNTRY, caller.address);
          }
        });

        it("waits until a new ambassador's powers begin", async () => {
          const { succession, townRegistry, authority, headOffice, dina, payer, stranger, propose } =
            await networkHelpers.loadFixture(proposing);
          await townRegistry.connect(headOffice).removeCountryAmbassador(COUNTRY);
          await appointAmbassador({ authority, townRegistry, headOffice }, { country: COUNTRY }, payer);

          await expect(propose(dina.address, stranger, payer))
            .to.be.revertedWithCustomError(succession, "SuccessionNotCountryAmbassador")
            .withArgs(COUNTRY, payer.address);
          await networkHelpers.time.increase(7 * DAY);
          await expect(propose(dina.address, stranger, payer)).to.emit(succession, "SuccessionProposed");
        });
      });
    });
  }

  describe("the times", () => {
    it("are those of the rules", async () => {
      const { succession } = await networkHelpers.loadFixture(succeeding);

      expect(await succession.OBJECTION_TIME()).to.equal(7 * DAY);
      expect(await succession.PUBLIC_TIME()).to.equal(30 * DAY);
      expect(await succession.LAPSES_AFTER()).to.equal(30 * DAY);
      expect(await succession.SECOND_WITHIN()).to.equal(365 * DAY);
      expect(await succession.IN_OFFICE_FOR()).to.equal(60 * DAY);
      expect(await succession.WORD_LASTS()).to.equal(30 * DAY);
    });
  });
});
