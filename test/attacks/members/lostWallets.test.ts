import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { expect } from "chai";
import { getCreateAddress, id, ZeroAddress } from "ethers";
import { ethers, networkHelpers } from "../../fixture/connection.ts";
import { expectSkipped } from "../../fixture/expectSkipped.ts";
import { appointAmbassador, giveKey } from "../../fixture/keys.ts";
import { idOf, impersonate } from "../../fixture/people.ts";
import { proposalOf, succeeding, wordOf } from "../../fixture/succeeding.ts";
import { finaliseWeek } from "../../fixture/weeks.ts";
import { COUNTRY, DAY, ELSEWHERE } from "../../fixture/willowmere.ts";

const { time } = networkHelpers;
const INFINITY = 10n ** 18n;

describe("holders of INFINITY in a pool, whose address was somebody's wallet before it was deployed", () => {
  it("keep it: a contract that never named a nominee is not followed, however early its address was superseded", async () => {
    const b = await networkHelpers.loadFixture(succeeding);
    const { memberRegistry, infinityToken, contributions, registrar, stranger, payer, amina, ben } = b;
    const { town, week, residentUntil, townAmbassador, countryAmbassador } = b;
    const pool = getCreateAddress({ from: ben.address, nonce: await ben.getNonce() });
    const statement = { wallet: pool, residentUntil, joins: false, personId: idOf("nobody at all") };
    await memberRegistry.connect(registrar).attest(town, [statement]);
    const proposed = await b.move("nobody at all", stranger);
    await b.wait();
    await b.confirm(proposed, townAmbassador, countryAmbassador);

    const deployed = await ethers.deployContract("ContractWallet", [ben.address], ben);
    expect(await deployed.getAddress()).to.equal(pool);
    await finaliseWeek(b, week, [0, 0, 0, 24, 24]);
    await contributions.claim(town, [4, 5], 1);
    await infinityToken.connect(ben).transfer(pool, 2n * INFINITY);

    await expect(infinityToken.connect(payer).moveToSuccessor(pool))
      .to.be.revertedWithCustomError(infinityToken, "InfinityTokenNoSuccessor")
      .withArgs(pool);
    await infinityToken.connect(amina).transfer(pool, INFINITY);
    await expect(infinityToken.connect(stranger).moveToSuccessor(pool)).to.be.revertedWithCustomError(
      infinityToken,
      "InfinityTokenNoSuccessor",
    );
    expect(await infinityToken.balanceOf(pool)).to.equal(3n * INFINITY);
  });
});

describe("the owner of a contract wallet that a thief has taken over", () => {
  async function stolen() {
    const before = await networkHelpers.loadFixture(succeeding);
    const { memberRegistry, succession, registrar, ben, payer, residentUntil, town } = before;
    const contract = await ethers.deployContract("ContractWallet", [ben.address]);
    const asWallet = succession.connect(await impersonate(contract));
    await asWallet.setNominee(payer.address); // the owner, in time
    const wallet = await contract.getAddress();
    await memberRegistry
      .connect(registrar)
      .attest(town, [{ wallet, residentUntil, joins: true, personId: idOf("cleo") }]);
    return { ...before, wallet, asWallet };
  }

  it("gets a new one, though the thief names nobody any more", async () => {
    const b = await networkHelpers.loadFixture(stolen);
    const { memberRegistry, wallet, asWallet, stranger, townAmbassador, countryAmbassador } = b;
    const proposed = await b.move("cleo", stranger);
    await asWallet.setNominee(ZeroAddress);
    await b.wait();

    await b.confirm(proposed, townAmbassador, countryAmbassador);

    expect(await memberRegistry.successorOf(wallet)).to.equal(stranger.address);
  });

  it("gets it also when the thief did so before, and objects: the next is a second, which nobody stops", async () => {
    const b = await networkHelpers.loadFixture(stolen);
    const { memberRegistry, wallet, asWallet, stranger, headOffice, townAmbassador, countryAmbassador } = b;
    await asWallet.setNominee(ZeroAddress);
    await time.increase(60 * DAY);
    const first = await b.move("cleo", stranger);
    await asWallet.object(first.id);
    const second = await b.move("cleo", stranger);

    await expect(asWallet.object(second.id)).to.be.revertedWithCustomError(b.succession, "SuccessionIsSecond");
    await b.confirm(second, headOffice);
    await b.wait();
    await b.confirm(second, townAmbassador, countryAmbassador);

    expect(await memberRegistry.successorOf(wallet)).to.equal(stranger.address);
  });
});

describe("a person who lost their wallet, and others who would spoil the new one", () => {
  it("gets it, whoever tries to attest it first, at home or abroad, as a resident or not", async () => {
    const b = await networkHelpers.loadFixture(succeeding);
    const { memberRegistry, otto, quinn, registrar, stranger, residentUntil, town, hillside } = b;
    const proposed = await b.move("amina", stranger);
    const spoil = [
      () =>
        memberRegistry
          .connect(otto)
          .attestOutsiders(ELSEWHERE, [{ wallet: stranger.address, country: ELSEWHERE, personId: idOf("x") }]),
      ...[
        { by: quinn, at: hillside },
        { by: registrar, at: town },
      ].map(
        ({ by, at }) =>
          () =>
            memberRegistry
              .connect(by)
              .attest(at, [{ wallet: stranger.address, residentUntil, joins: true, personId: idOf("x") }]),
      ),
    ];
    for (const attest of spoil)
      await expectSkipped(memberRegistry, attest(), "MemberRegistryReserved", stranger.address);
    await time.setNextBlockTimestamp(Number(proposed.proposal.proposedAt) + 30 * DAY - 2);
    await expectSkipped(memberRegistry, spoil[0]!(), "MemberRegistryReserved", stranger.address);
  });

  it("gets it from the seventh day on, and it can be attested when the proposal has lapsed", async () => {
    const b = await networkHelpers.loadFixture(succeeding);
    const { memberRegistry, otto, stranger } = b;
    const { proposal } = await b.move("amina", stranger);
    await time.increaseTo(Number(proposal.proposedAt) + 30 * DAY);

    const outsider = { wallet: stranger.address, country: ELSEWHERE, personId: idOf("stranger") };
    await memberRegistry.connect(otto).attestOutsiders(ELSEWHERE, [outsider]);

    expect(await memberRegistry.walletOf(ELSEWHERE, idOf("stranger"))).to.equal(stranger.address);
  });

  it("is not given a wallet that never signed for it, so that nobody's wallet is taken for it", async () => {
    const { succession, registrar, amina, payer, stranger } = await networkHelpers.loadFixture(succeeding);
    const word = await wordOf(succession, { signer: payer, wallet: amina.address, newWallet: stranger.address });

    await expect(succession.connect(registrar).proposeMove(amina.address, stranger.address, ...word))
      .to.be.revertedWithCustomError(succession, "SuccessionBadSignature")
      .withArgs(stranger.address);
  });
});

describe("a person who lost their wallet, and a thief who has it", () => {
  it("is not delayed by a registrar who plays along: there is one proposal, and no second chance to object", async () => {
    const b = await networkHelpers.loadFixture(succeeding);
    const { authority, townRegistry, memberRegistry, succession, amina, carla, payer, stranger, town } = b;
    await giveKey({ authority, townRegistry }, roleIds.registrar(town), carla);
    const first = await b.move("amina", stranger);
    await time.increase(8 * DAY);
    await expect(succession.connect(amina).object(first.id)).to.be.revertedWithCustomError(
      succession,
      "SuccessionTooLate",
    );

    await expect(b.move("amina", payer, carla))
      .to.be.revertedWithCustomError(succession, "SuccessionOpen")
      .withArgs(amina.address, first.id);
    await b.confirm(first, b.townAmbassador, b.countryAmbassador);

    expect(await memberRegistry.successorOf(amina.address)).to.equal(stranger.address);
  });

  it("is not fled from: the thief does not move house to a town of friends meanwhile", async () => {
    const b = await networkHelpers.loadFixture(succeeding);
    const { memberRegistry, quinn, amina, stranger, residentUntil, hillside } = b;
    await memberRegistry.connect(amina).moveHouse(hillside, ELSEWHERE);
    await b.move("amina", stranger);

    const statement = { wallet: amina.address, residentUntil, joins: true, personId: idOf("amina abroad") };
    await expectSkipped(
      memberRegistry,
      memberRegistry.connect(quinn).attest(hillside, [statement]),
      "MemberRegistrySuccessionOpen",
      amina.address,
    );
  });

  it("is not robbed by new ambassadors: a second needs those who have been in office for sixty days", async () => {
    const b = await networkHelpers.loadFixture(succeeding);
    const { authority, townRegistry, succession, headOffice, amina, ben, stranger, town } = b;
    const first = await b.move("amina", stranger);
    await succession.connect(amina).object(first.id); // the honest owner
    await townRegistry.connect(headOffice).removeTownAmbassador(town);
    await appointAmbassador({ authority, townRegistry, headOffice }, { town }, ben);
    await time.increase(7 * DAY);
    const second = await b.move("amina", stranger);
    await b.confirm(second, headOffice);
    await time.increase(29 * DAY);

    await expect(succession.connect(ben).confirm(amina.address, second.id, [])).to.be.revertedWithCustomError(
      succession,
      "SuccessionNewInOffice",
    );
    expect(await b.memberRegistry.successorOf(amina.address)).to.equal(ZeroAddress);
  });

  it("keeps what is theirs at home: nothing that others claim is sent to the lost wallet", async () => {
    const b = await networkHelpers.loadFixture(succeeding);
    const { memberRegistry, contributions, infinityToken, amina, emil, stranger, town, week } = b;
    await finaliseWeek(b, week, [0, 0, 0, 12, 12]);
    const proposed = await b.move("amina", stranger);

    await contributions.connect(emil).claim(town, [4, 5], 1);
    expect(await infinityToken.balanceOf(amina.address)).to.equal(0);
    expect(await infinityToken.balanceOf(b.ben.address)).to.equal(INFINITY);
    await b.wait();
    await b.confirm(proposed, b.townAmbassador, b.countryAmbassador);
    await contributions.connect(emil).claim(town, [4], 1);

    expect(await infinityToken.balanceOf(stranger.address)).to.equal(INFINITY);
    expect(await memberRegistry.isWaiting(stranger.address)).to.equal(false);
  });
});

describe("the heirs of one who died, and a thief who found the wallet", () => {
  it("inherit, though the thief named themself: with head office as third key, and in public for thirty days", async () => {
    const b = await networkHelpers.loadFixture(succeeding);
    const { memberRegistry, succession, amina, ben, stranger, headOffice, townAmbassador, countryAmbassador } = b;
    await succession.connect(amina).setNominee(stranger.address); // the thief
    const closing = await b.proposeClosing("amina", ben, id("a death certificate"));
    await b.wait();
    await expect(
      succession.connect(townAmbassador).confirm(amina.address, closing.id, []),
    ).to.be.revertedWithCustomError(succession, "SuccessionNotNow");

    await time.increase(23 * DAY);
    await b.confirm(closing, townAmbassador, countryAmbassador);
    expect(await memberRegistry.successorOf(amina.address)).to.equal(ZeroAddress);
    await b.confirm(closing, headOffice);

    expect(await memberRegistry.successorOf(amina.address)).to.equal(ben.address);
  });

  it("are not passed over by the ambassadors alone, however long they wait", async () => {
    const b = await networkHelpers.loadFixture(succeeding);
    const { memberRegistry, succession, amina, ben, payer, townAmbassador, countryAmbassador } = b;
    await succession.connect(amina).setNominee(ben.address); // whom she wanted
    const closing = await b.proposeClosing("amina", payer, id("a death certificate"));
    await time.increase(59 * DAY);

    await b.confirm(closing, townAmbassador, countryAmbassador);

    expect(await memberRegistry.successorOf(amina.address)).to.equal(ZeroAddress);
  });
});

describe("the family of one who had named somebody who died before them", () => {
  it("inherits, and not the heir of that other person", async () => {
    const b = await networkHelpers.loadFixture(succeeding);
    const { memberRegistry, succession, amina, ben, stranger, payer, townAmbassador, countryAmbassador } = b;
    await succession.connect(amina).setNominee(ben.address);
    const bens = await b.proposeClosing("ben", stranger, id("ben died"));
    await b.wait();
    await b.confirm(bens, townAmbassador, countryAmbassador);

    const aminas = await b.proposeClosing("amina", payer, id("amina died"));
    expect(aminas.proposal.passesOver).to.equal(false);
    await b.wait();
    await b.confirm(aminas, townAmbassador, countryAmbassador);

    expect(await memberRegistry.successorOf(amina.address)).to.equal(payer.address);
  });
});

describe("a person of no registered town whose id an ambassador abroad has used", () => {
  it("gets a new wallet by the office that attested them, and head office", async () => {
    const b = await networkHelpers.loadFixture(succeeding);
    const { memberRegistry, succession, otto, countryAmbassador, headOffice, dina, payer, stranger } = b;
    const squat = { wallet: payer.address, country: COUNTRY, personId: idOf("dina") };
    await memberRegistry.connect(otto).attestOutsiders(ELSEWHERE, [squat]);
    const word = await wordOf(succession, { signer: stranger, wallet: dina.address });

    await expect(succession.connect(otto).proposeMove(dina.address, stranger.address, ...word))
      .to.be.revertedWithCustomError(succession, "SuccessionNotCountryAmbassador")
      .withArgs(COUNTRY, otto.address);
    const sent = succession.connect(countryAmbassador).proposeMove(dina.address, stranger.address, ...word);
    const proposed = await proposalOf(succession, sent);
    await b.wait();
    await b.confirm(proposed, headOffice);

    expect(await memberRegistry.walletOf(COUNTRY, idOf("dina"))).to.equal(stranger.address);
  });
});
