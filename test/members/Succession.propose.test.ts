import { expect } from "chai";
import { AbiCoder, id, keccak256, ZeroAddress, ZeroHash } from "ethers";
import { ethers, networkHelpers } from "../fixture/connection.ts";
import { appointCountryAmbassador } from "../fixture/keys.ts";
import { impersonate, everybodyBut, idOf } from "../fixture/people.ts";
import { succeeding } from "../fixture/succeeding.ts";
import { COUNTRY, DAY, ELSEWHERE } from "../fixture/willowmere.ts";

const EVIDENCE = id("a death certificate");

const PROPOSAL =
  "tuple(bytes32 personId, address wallet, address successor, bytes32 evidence, uint32 town, address proposer, uint40 proposedAt, bool afterObjection)";

const hashOf = (proposal: object) => keccak256(AbiCoder.defaultAbiCoder().encode([PROPOSAL], [proposal]));

describe("Succession", () => {
  describe("setNominee", () => {
    describe("given a person", () => {
      it("names anybody, another later, or nobody", async () => {
        const { succession, amina, dina, stranger, ben } = await networkHelpers.loadFixture(succeeding);

        for (const person of [amina, dina]) {
          for (const nominee of [stranger.address, ben.address, ZeroAddress]) {
            await expect(succession.connect(person).setNominee(nominee))
              .to.emit(succession, "NomineeSet")
              .withArgs(person.address, nominee);
            expect(await succession.nomineeOf(person.address)).to.equal(nominee);
          }
        }
      });
    });

    describe("given a person who names themself", () => {
      it("reverts with SuccessionBadSuccessor", async () => {
        const { succession, amina } = await networkHelpers.loadFixture(succeeding);

        await expect(succession.connect(amina).setNominee(amina.address))
          .to.be.revertedWithCustomError(succession, "SuccessionBadSuccessor")
          .withArgs(amina.address, amina.address);
      });
    });

    describe("given a wallet that nobody has attested", () => {
      it("reverts with SuccessionNotAPerson", async () => {
        const { succession, stranger, amina } = await networkHelpers.loadFixture(succeeding);

        await expect(succession.connect(stranger).setNominee(amina.address))
          .to.be.revertedWithCustomError(succession, "SuccessionNotAPerson")
          .withArgs(stranger.address);
      });
    });
  });

  for (const [method, evidence] of [
    ["proposeMove", ZeroHash],
    ["proposeClosing", EVIDENCE],
  ] as const) {
    const death = method === "proposeClosing";

    describe(method, () => {
      /** A way to propose it with any wallet for any person. */
      async function proposing() {
        const before = await networkHelpers.loadFixture(succeeding);
        const { succession, registrar } = before;
        const propose = (name: string, to: string, by = registrar) =>
          death
            ? succession.connect(by).proposeClosing(idOf(name), to, EVIDENCE)
            : succession.connect(by).proposeMove(idOf(name), to);
        return { ...before, propose };
      }

      describe("given a registrar of the person's town", () => {
        it("records the hash of all it says", async () => {
          const { succession, registrar, amina, stranger, town, propose } = await networkHelpers.loadFixture(proposing);
          const proposedAt = (await networkHelpers.time.latest()) + 10;
          await networkHelpers.time.setNextBlockTimestamp(proposedAt);
          const proposal = {
            personId: idOf("amina"),
            wallet: amina.address,
            successor: stranger.address,
            evidence,
            town,
            proposer: registrar.address,
            proposedAt,
            afterObjection: false,
          };
          expect(await succession.isProposed(hashOf(proposal))).to.equal(false);

          await expect(propose("amina", stranger.address))
            .to.emit(succession, "SuccessionProposed")
            .withArgs(hashOf(proposal), idOf("amina"), amina.address, Object.values(proposal));

          expect(await succession.isProposed(hashOf(proposal))).to.equal(true);
        });

        it("answers the id", async () => {
          const { succession, registrar, amina, stranger, town } = await networkHelpers.loadFixture(proposing);
          const asRegistrar = succession.connect(registrar);
          const answer = death
            ? await asRegistrar.proposeClosing.staticCall(idOf("amina"), stranger.address, EVIDENCE)
            : await asRegistrar.proposeMove.staticCall(idOf("amina"), stranger.address);

          const proposal = {
            personId: idOf("amina"),
            wallet: amina.address,
            successor: stranger.address,
            evidence,
            town,
            proposer: registrar.address,
            proposedAt: await networkHelpers.time.latest(),
            afterObjection: false,
          };
          expect(answer).to.equal(hashOf(proposal));
        });

        describe("when it was proposed before", () => {
          it("stands beside the earlier one", async () => {
            const { propose, succession, stranger } = await networkHelpers.loadFixture(proposing);
            await propose("amina", stranger.address);

            await expect(propose("amina", stranger.address)).to.emit(succession, "SuccessionProposed");
          });

          it("reverts with SuccessionProposedAlready in the same block", async () => {
            const { succession, registrar, stranger } = await networkHelpers.loadFixture(proposing);
            const asRegistrar = succession.connect(registrar);
            const gasLimit = 1_000_000;
            const nonce = await registrar.getNonce();
            await ethers.provider.send("evm_setAutomine", [false]);
            const sent = await Promise.all(
              [0, 1].map((later) =>
                death
                  ? asRegistrar.proposeClosing(idOf("amina"), stranger.address, EVIDENCE, {
                      gasLimit,
                      nonce: nonce + later,
                    })
                  : asRegistrar.proposeMove(idOf("amina"), stranger.address, { gasLimit, nonce: nonce + later }),
              ),
            );
            await networkHelpers.mine();
            await ethers.provider.send("evm_setAutomine", [true]);
            const receipts = await Promise.all(sent.map(({ hash }) => ethers.provider.getTransactionReceipt(hash)));
            const event = succession.interface.parseLog(receipts[0]!.logs[0]!);

            expect(receipts.map((receipt) => receipt?.status)).to.deep.equal([1, 0]);
            await expect(Promise.resolve(sent[1]!))
              .to.be.revertedWithCustomError(succession, "SuccessionProposedAlready")
              .withArgs(event?.args.id);
          });
        });
      });

      describe("given anybody else", () => {
        it("reverts with SuccessionNotRegistrar", async () => {
          const { succession, otto, petra, quinn, stranger, town, propose } =
            await networkHelpers.loadFixture(proposing);

          for (const caller of [...(await everybodyBut("registrar")), otto, petra, quinn]) {
            await expect(propose("amina", stranger.address, caller))
              .to.be.revertedWithCustomError(succession, "SuccessionNotRegistrar")
              .withArgs(town, caller.address);
          }
        });
      });

      describe("given the registrar themself as the person", () => {
        it("reverts with SuccessionNotRegistrar", async () => {
          const { succession, registrar, stranger, town, propose } = await networkHelpers.loadFixture(proposing);

          await expect(propose("registrar", stranger.address))
            .to.be.revertedWithCustomError(succession, "SuccessionNotRegistrar")
            .withArgs(town, registrar.address);
        });
      });

      describe("given a wallet that is a contract", () => {
        it("reverts with SuccessionContractWallet, also for Contributions", async () => {
          const { succession, contributions, memberRegistry, registrar, ben, stranger, town, residentUntil, propose } =
            await networkHelpers.loadFixture(proposing);
          const contract = await (await ethers.deployContract("ContractWallet", [ben.address])).getAddress();
          for (const [name, wallet] of Object.entries({ contract, minter: await contributions.getAddress() })) {
            const statement = { wallet, residentUntil, joins: false, personId: idOf(name) };
            await memberRegistry.connect(registrar).attest(town, [statement]);

            await expect(propose(name, stranger.address))
              .to.be.revertedWithCustomError(succession, "SuccessionContractWallet")
              .withArgs(wallet);
          }
        });

        it("records it when that contract has itself named a nominee, until it names nobody", async () => {
          const { succession, memberRegistry, registrar, ben, stranger, town, residentUntil, propose } =
            await networkHelpers.loadFixture(proposing);
          const contract = await ethers.deployContract("ContractWallet", [ben.address]);
          const wallet = await contract.getAddress();
          const statement = { wallet, residentUntil, joins: false, personId: idOf("contract") };
          await memberRegistry.connect(registrar).attest(town, [statement]);
          const asWallet = succession.connect(await impersonate(contract));
          await asWallet.setNominee(stranger.address);

          await expect(propose("contract", stranger.address)).to.emit(succession, "SuccessionProposed");
          await asWallet.setNominee(ZeroAddress);

          await expect(propose("contract", stranger.address))
            .to.be.revertedWithCustomError(succession, "SuccessionContractWallet")
            .withArgs(wallet);
        });
      });

      describe("given a wallet that delegates by EIP-7702", () => {
        it("records it", async () => {
          const { succession, amina, stranger, propose } = await networkHelpers.loadFixture(proposing);
          await networkHelpers.setCode(amina.address, `0xef0100${"ab".repeat(20)}`);

          await expect(propose("amina", stranger.address)).to.emit(succession, "SuccessionProposed");
        });

        it("reverts with SuccessionContractWallet for any other code, also of the same length", async () => {
          const { succession, amina, stranger, propose } = await networkHelpers.loadFixture(proposing);

          for (const code of ["0x00", "0x6f0100", `0x6f0100${"ab".repeat(20)}`, `0x60ef0100${"ab".repeat(20)}`]) {
            await networkHelpers.setCode(amina.address, code);
            await expect(propose("amina", stranger.address))
              .to.be.revertedWithCustomError(succession, "SuccessionContractWallet")
              .withArgs(amina.address);
          }
        });
      });

      describe("given a dormant town", () => {
        it("reverts with TownRegistryDormant", async () => {
          const { townRegistry, headOffice, stranger, town, propose } = await networkHelpers.loadFixture(proposing);
          await townRegistry.connect(headOffice).removeTownAmbassador(town);

          await expect(propose("amina", stranger.address))
            .to.be.revertedWithCustomError(townRegistry, "TownRegistryDormant")
            .withArgs(town);
        });
      });

      describe("given a person id of nobody, or of one who died", () => {
        it("reverts with SuccessionNotAPerson", async () => {
          const { succession, memberRegistry, ben, stranger, payer, propose } =
            await networkHelpers.loadFixture(proposing);
          await memberRegistry.connect(await impersonate(succession)).close(idOf("ben"), payer.address);

          await expect(propose("nobody", stranger.address))
            .to.be.revertedWithCustomError(succession, "SuccessionNotAPerson")
            .withArgs(ZeroAddress);
          await expect(propose("ben", stranger.address))
            .to.be.revertedWithCustomError(succession, "SuccessionNotAPerson")
            .withArgs(ben.address);
        });
      });

      describe("given a wallet that cannot take over", () => {
        it("reverts with SuccessionBadSuccessor for nobody's, the old one, the proposer's and a superseded one", async () => {
          const { succession, memberRegistry, registrar, amina, ben, payer, propose } =
            await networkHelpers.loadFixture(proposing);
          await memberRegistry.connect(await impersonate(succession)).moveWallet(idOf("ben"), payer.address);

          for (const bad of [ZeroAddress, amina.address, registrar.address, ben.address]) {
            await expect(propose("amina", bad))
              .to.be.revertedWithCustomError(succession, "SuccessionBadSuccessor")
              .withArgs(amina.address, bad);
          }
        });
      });

      describe("given a wallet with a record, or with a key", () => {
        it(death ? "records it" : "reverts with SuccessionBadSuccessor", async () => {
          const { succession, headOffice, countryAmbassador, amina, ben, dina, propose } =
            await networkHelpers.loadFixture(proposing);

          for (const { address } of [ben, dina, countryAmbassador, headOffice]) {
            if (death) {
              await expect(propose("amina", address)).to.emit(succession, "SuccessionProposed");
            } else {
              await expect(propose("amina", address))
                .to.be.revertedWithCustomError(succession, "SuccessionBadSuccessor")
                .withArgs(amina.address, address);
            }
          }
        });
      });

      describe("given a person of no registered town", () => {
        describe("when the ambassador of their country proposes it", () => {
          it("records it", async () => {
            const { succession, otto, countryAmbassador, stranger, propose } =
              await networkHelpers.loadFixture(proposing);

            await expect(propose("dina", stranger.address, countryAmbassador)).to.emit(
              succession,
              "SuccessionProposed",
            );
            await expect(propose("emil", stranger.address, otto)).to.emit(succession, "SuccessionProposed");
          });
        });

        describe("when anybody else does", () => {
          it("reverts with SuccessionNotCountryAmbassador", async () => {
            const { succession, otto, petra, quinn, stranger, propose } = await networkHelpers.loadFixture(proposing);

            for (const caller of [...(await everybodyBut("countryAmbassador")), otto, petra, quinn]) {
              await expect(propose("dina", stranger.address, caller))
                .to.be.revertedWithCustomError(succession, "SuccessionNotCountryAmbassador")
                .withArgs(COUNTRY, caller.address);
            }
          });
        });

        describe("when their country has no ambassador", () => {
          it("reverts with SuccessionNotCountryAmbassador for everybody", async () => {
            const { succession, townRegistry, headOffice, countryAmbassador, otto, petra, registrar, payer, ...rest } =
              await networkHelpers.loadFixture(proposing);
            await townRegistry.connect(headOffice).removeCountryAmbassador(ELSEWHERE);

            for (const caller of [countryAmbassador, headOffice, otto, petra, registrar, rest.stranger]) {
              await expect(rest.propose("emil", payer.address, caller))
                .to.be.revertedWithCustomError(succession, "SuccessionNotCountryAmbassador")
                .withArgs(ELSEWHERE, caller.address);
            }
          });

          it("waits until the next one's powers begin", async () => {
            const { authority, succession, townRegistry, headOffice, payer, stranger, propose } =
              await networkHelpers.loadFixture(proposing);
            const asHeadOffice = townRegistry.connect(headOffice);
            await asHeadOffice.removeCountryAmbassador(ELSEWHERE);
            await appointCountryAmbassador({ authority, townRegistry, headOffice }, ELSEWHERE, payer);

            await expect(propose("emil", stranger.address, payer))
              .to.be.revertedWithCustomError(succession, "SuccessionNotCountryAmbassador")
              .withArgs(ELSEWHERE, payer.address);
            await networkHelpers.time.increase(7 * DAY);
            await expect(propose("emil", stranger.address, payer)).to.emit(succession, "SuccessionProposed");
          });
        });

        describe("when their wallet has objected", () => {
          it("reverts with SuccessionObjectionStands", async () => {
            const { succession, otto, emil, payer, stranger, propose, proposeMove } =
              await networkHelpers.loadFixture(proposing);
            const { proposal } = await proposeMove("emil", stranger, otto);
            await succession.connect(emil).object(proposal);

            await expect(propose("emil", payer.address, otto))
              .to.be.revertedWithCustomError(succession, "SuccessionObjectionStands")
              .withArgs(emil.address);
          });
        });

        describe("when their wallet objected while they lived in a town", () => {
          it("reverts with SuccessionObjectionStands until they live in one again", async () => {
            const { memberRegistry, succession, countryAmbassador, registrar, amina, payer, stranger, ...rest } =
              await networkHelpers.loadFixture(proposing);
            const { residentUntil, town, propose, proposeMove } = rest;
            const { proposal } = await proposeMove("amina", stranger);
            await succession.connect(amina).object(proposal);
            await expect(propose("amina", payer.address)).to.emit(succession, "SuccessionProposed");
            const outsider = { wallet: amina.address, country: COUNTRY, personId: idOf("amina") };
            await memberRegistry.connect(amina).moveHouse(0);
            await memberRegistry.connect(countryAmbassador).attestOutsiders(COUNTRY, [outsider]);

            await expect(propose("amina", payer.address, countryAmbassador))
              .to.be.revertedWithCustomError(succession, "SuccessionObjectionStands")
              .withArgs(amina.address);

            const statement = { wallet: amina.address, residentUntil, joins: false, personId: idOf("amina") };
            await memberRegistry.connect(amina).moveHouse(town);
            await memberRegistry.connect(registrar).attest(town, [statement]);
            await expect(propose("amina", payer.address)).to.emit(succession, "SuccessionProposed");
          });
        });

        describe("when they are the ambassador themself", () => {
          it("reverts with SuccessionNotCountryAmbassador", async () => {
            const { succession, memberRegistry, countryAmbassador, stranger, propose } =
              await networkHelpers.loadFixture(proposing);
            const personId = idOf("countryAmbassador");
            const outsider = { wallet: countryAmbassador.address, country: COUNTRY, personId };
            await memberRegistry.connect(countryAmbassador).attestOutsiders(COUNTRY, [outsider]);

            await expect(propose("countryAmbassador", stranger.address, countryAmbassador))
              .to.be.revertedWithCustomError(succession, "SuccessionNotCountryAmbassador")
              .withArgs(COUNTRY, countryAmbassador.address);
          });
        });
      });
    });
  }

  describe("proposeClosing", () => {
    describe("given no evidence", () => {
      it("reverts with SuccessionNoEvidence", async () => {
        const { succession, registrar, stranger } = await networkHelpers.loadFixture(succeeding);

        await expect(
          succession.connect(registrar).proposeClosing(idOf("amina"), stranger.address, ZeroHash),
        ).to.be.revertedWithCustomError(succession, "SuccessionNoEvidence");
      });
    });

    describe("given a nominee", () => {
      /** Amina has named ben, who has a new wallet since: the payer's. */
      async function nominated() {
        const before = await networkHelpers.loadFixture(succeeding);
        await before.succession.connect(before.amina).setNominee(before.ben.address);
        const registry = before.memberRegistry.connect(await impersonate(before.succession));
        return { ...before, registry };
      }

      it("takes nobody else", async () => {
        const { succession, ben, stranger, registrar, proposeClosing } = await networkHelpers.loadFixture(nominated);

        await expect(succession.connect(registrar).proposeClosing(idOf("amina"), stranger.address, EVIDENCE))
          .to.be.revertedWithCustomError(succession, "SuccessionNotTheNominee")
          .withArgs(stranger.address, ben.address);

        const { proposal } = await proposeClosing("amina", ben, EVIDENCE);
        expect(proposal.successor).to.equal(ben.address);
      });

      it("takes the wallet to which the nominee has moved, however often", async () => {
        const { succession, registry, registrar, ben, payer, stranger, proposeClosing } =
          await networkHelpers.loadFixture(nominated);
        await registry.moveWallet(idOf("ben"), payer.address);
        await registry.moveWallet(idOf("ben"), stranger.address);

        for (const before of [ben, payer]) {
          await expect(succession.connect(registrar).proposeClosing(idOf("amina"), before.address, EVIDENCE))
            .to.be.revertedWithCustomError(succession, "SuccessionNotTheNominee")
            .withArgs(before.address, stranger.address);
        }
        const { proposal } = await proposeClosing("amina", stranger, EVIDENCE);
        expect(proposal.successor).to.equal(stranger.address);
      });

      it("takes another when the nominee has died and left all to that person", async () => {
        const { registry, amina, stranger, proposeClosing } = await networkHelpers.loadFixture(nominated);
        await registry.close(idOf("ben"), amina.address);

        const { proposal } = await proposeClosing("amina", stranger, EVIDENCE);
        expect(proposal.successor).to.equal(stranger.address);
      });

      it("takes another when the person has named nobody again", async () => {
        const { succession, amina, stranger, proposeClosing } = await networkHelpers.loadFixture(nominated);
        await succession.connect(amina).setNominee(ZeroAddress);

        const { proposal } = await proposeClosing("amina", stranger, EVIDENCE);
        expect(proposal.successor).to.equal(stranger.address);
      });
    });
  });

  describe("proposeMove", () => {
    describe("given a nominee", () => {
      it("does not ask for them", async () => {
        const { succession, amina, ben, stranger, proposeMove } = await networkHelpers.loadFixture(succeeding);
        await succession.connect(amina).setNominee(ben.address);

        const { proposal } = await proposeMove("amina", stranger);
        expect(proposal.successor).to.equal(stranger.address);
      });
    });
  });

  describe("OBJECTION_TIME and LAPSES_AFTER", () => {
    it("are seven and sixty days", async () => {
      const { succession } = await networkHelpers.loadFixture(succeeding);

      expect(await succession.OBJECTION_TIME()).to.equal(7 * 86_400);
      expect(await succession.LAPSES_AFTER()).to.equal(60 * 86_400);
    });
  });
});
