// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Deed} from "../../contracts/lib/Deed.sol";
import {Tier} from "../../contracts/members/IMemberRegistry.sol";
import {SpendingState} from "../../contracts/profit/ITownTreasury.sol";
import {Kind} from "../../contracts/projects/IProjectRegistry.sol";
import {Roles} from "../../contracts/roles/Roles.sol";
import {IInvestorToken} from "../../contracts/shares/IInvestorToken.sol";
import {Phase} from "../../contracts/shares/IShareOffering.sol";
import {vm} from "../support/Vm.sol";
import {Offices} from "./Offices.sol";

/// @title Ghosts: what the handlers know by themselves
/// @dev Two towns with one currency, their people, and a plain second bookkeeping of everything that happens. Nothing
/// in it is read from the contracts that it is compared with.
abstract contract Ghosts is Offices {
    struct Known {
        uint32 town;
        uint16 country;
        uint256 until;
        Tier best1; // the nearest this person ever was to town 1
        Tier best2; // and to town 2
        uint256 number; // in their present town
        bool left;
        bool suspended;
        bytes32 id;
    }

    /// @dev Whole weeks between going away and coming back are nobody's hours.
    struct Absent {
        uint256 since;
        uint256 back; // 0 while away
    }

    struct Announced {
        bool made;
        uint32 toTown;
    }

    struct Sale {
        uint64 business;
        uint32 town;
        IInvestorToken token;
        uint256 price;
        uint256 goal;
        uint256 cap;
        uint256 limitLocal;
        uint256 limitLater;
        uint256 opens;
        uint256[4] ends; // by phase; of an absent phase, that of the phase before
        uint16[] tranches;
        Phase phase;
        Tier scope;
        uint256 sold;
        uint256 raised; // sold × price once succeeded
        uint256 released;
        uint256 next; // tranche
        uint256 requests;
        uint256 request; // the one that is open now, counted from 1
        address asker;
        bytes32 evidence;
        uint256 payableFrom;
        address approver;
        uint256 lastRelease;
        uint256 windUpFrom;
        address agreesToWindUp; // who agreed to it last
        address callsOff; // who agreed to it last
        uint256 deposited;
        uint256 remainder;
    }

    struct Stream {
        uint256 perWeek;
        uint256 left;
    }

    struct Sheet {
        uint256 week;
        bytes quarters;
        uint256 available;
        uint256 active;
        uint256 cashPerActive;
    }

    struct Hours {
        address[] wallets; // number 1 first
        uint256[] joinedIn;
        Stream[] streams;
        uint256 carry;
        Sheet[] sheets;
        bytes pending;
        uint256 pendingWeek;
        uint256 reviewEnds; // 0 when nothing is pending
        uint256 window; // of the pending review
        address writer; // of what is pending
        uint256 lastWorked; // one more than the index of the last timesheet with anybody active
        uint256 funded;
        uint256 paid;
        uint256 surrendered;
    }

    struct Deposit {
        uint256 amount;
        uint256 community;
        uint256 investors;
    }

    struct Promise {
        uint32 town;
        bool perShift;
        uint256 units;
        uint256 validWeeks;
        uint256 lastWeek;
    }

    struct Redeemed {
        uint256 benefit;
        uint256 week;
        uint256 number;
    }

    struct Spending {
        uint32 town;
        bool fromOffice;
        uint256 amount;
        address payee;
        address proposer;
        address approver;
        SpendingState state; // as last written down
        uint256 payableFrom;
        uint256 lapsesAt;
        uint256 sheet; // one more than the index of the timesheet whose members may object
        uint256 active;
        uint256 objections;
    }

    /// @dev A division of a town's money.
    struct Parted {
        uint32 town;
        uint256 sheet;
        uint256 each;
    }

    struct Vote {
        uint256 objecting;
        uint256 windingUp;
        uint256 request; // to which they objected last
    }

    struct Agreement {
        Deed deed;
        Deed coming;
        uint256 comingFrom;
        bool isSealed;
    }

    address[] internal people;
    address[] internal strangers;
    mapping(address wallet => Known) internal known;
    mapping(address wallet => bool) private _listed;
    mapping(address wallet => mapping(uint32 town => uint256 number)) internal keptNumber;
    mapping(address wallet => Announced) internal announced;
    mapping(address wallet => address) internal successorOf;
    mapping(address wallet => bool) internal isClosed; // its person died
    mapping(address wallet => bool) internal inherits; // may hold what a person left, wherever it lives
    mapping(address wallet => bool) internal objectedToMove;
    mapping(address wallet => address) internal nomineeOf;
    mapping(uint32 town => mapping(uint256 number => Absent[])) internal absences;

    uint64[] internal businesses;
    uint64 internal neverOffered;
    mapping(uint64 business => bool) internal isCornerstone;
    mapping(uint64 business => Agreement) internal agreements;
    mapping(uint64 business => uint256 offering) internal latest;

    Sale[] internal sales; // the one with id 0 is empty
    mapping(uint256 offering => mapping(address holder => uint256)) internal held;
    mapping(uint256 offering => mapping(address holder => uint256)) internal keptRefund;
    mapping(uint256 offering => mapping(address holder => uint256)) internal credited;
    mapping(uint256 offering => mapping(address holder => uint256)) internal paidDividend;
    mapping(uint256 offering => Phase) internal lastPhase;
    mapping(uint256 offering => mapping(address holder => Vote)) internal votes;
    mapping(uint256 offering => mapping(address holder => uint256)) internal nonces; // of signed votes

    mapping(uint32 town => Hours) internal hoursOf;
    mapping(uint32 town => uint256) internal reviewWindow;
    mapping(uint32 town => mapping(uint256 week => bool)) internal done;
    mapping(uint32 town => mapping(uint256 number => uint256)) internal cursor;
    mapping(uint32 town => mapping(uint256 number => uint256)) internal keptCash;
    mapping(uint32 town => mapping(uint256 number => mapping(uint256 week => bool))) internal paidFor;

    uint256 internal minted;
    uint256 internal burnt;

    Deposit[] internal deposits;
    Parted[] internal divisions; // the one with id 0 is empty
    mapping(uint32 town => uint256) internal divisionRest;
    mapping(uint256 id => mapping(uint256 number => bool)) internal partPaid;
    mapping(uint32 town => mapping(uint256 number => uint256)) internal keptPart;

    Spending[] internal spendings; // the one with id 0 is empty
    mapping(uint256 spending => mapping(uint256 number => bool)) internal objected;
    uint256 internal fundIn; // everything that came into funds and offices
    uint256 internal fundSpent;
    uint256 internal fundSurrendered;
    mapping(uint32 town => uint256) internal fundOf;
    mapping(uint32 town => uint256) internal officeOf; // each town has its own country here

    Promise[] internal promises; // the one with id 0 is empty
    Redeemed[] internal redemptions;
    mapping(uint256 benefit => mapping(uint256 week => mapping(uint256 number => uint256))) internal redeemed;

    mapping(address holder => uint256) internal givenDollars; // donations to contracts
    uint256 internal givenInfinity; // donations of INFINITY to Contributions

    address[] private _refused;
    uint256 private _seed;
    uint256 private _rolls;
    uint256 private _jumps;
    mapping(string name => uint256) public successes;
    uint256 public calls;
    bool private _mayPay; // this call goes along a stated path on which wallets are paid

    /// @dev Every handler: time has passed since the last one, and may pass within it.
    modifier handler(uint256 seed) {
        _seed = seed;
        _rolls = 0;
        calls++;
        _mayPay = false;
        address[] memory officials = _officials();
        uint256[] memory before = dollarsOf(officials);
        judgeAll();
        _;
        judgeAll();
        _watchPhases();
        _watchKeys();
        if (!_mayPay) _requireNobodyPaid(officials, before);
    }

    constructor() {
        deploySystem();
        sales.push();
        promises.push();
        spendings.push();
        divisions.push();
        _settleTown("Alpha", COUNTRY_1);
        _settleTown("Beta", COUNTRY_2);
        _addOutsiders();
        for (uint32 town = 1; town <= TOWNS; town++) {
            addBusiness(town, Kind.Community);
            addBusiness(town, Kind.Cornerstone);
        }
        neverOffered = addBusiness(2, Kind.Cornerstone);
    }

    /// @dev A random number below `n`, from the handler's seed.
    function roll(uint256 n) internal returns (uint256) {
        return uint256(keccak256(abi.encode(_seed, _rolls++))) % n;
    }

    function rollPerson() internal returns (address) {
        return people[roll(people.length)];
    }

    /// @dev Somebody who lives in a town, if only by a date that has passed; zero when nobody does.
    function rollResident(uint32 town) internal returns (address) {
        uint256 start = roll(people.length);
        for (uint256 i = 0; i < people.length; i++) {
            address wallet = people[(start + i) % people.length];
            if (known[wallet].town == town) return wallet;
        }
        return address(0);
    }

    /// @dev Where what was a wallet's belongs by now.
    function presentWallet(address wallet) internal view returns (address) {
        while (successorOf[wallet] != address(0)) wallet = successorOf[wallet];
        return wallet;
    }

    /// @dev Writes down that shares and dividends of a wallet went to the one that followed it.
    function moveHolding(uint256 offering, address old) internal {
        address to = successorOf[old];
        held[offering][to] += held[offering][old];
        held[offering][old] = 0;
        uint256 due = credited[offering][old] - paidDividend[offering][old];
        credited[offering][to] += due;
        credited[offering][old] -= due;
        if (isPledged(offering, old)) nonces[offering][old]++;
        delete votes[offering][old];
    }

    /// @dev Who votes keeps their shares where they are.
    function isPledged(uint256 offering, address holder) internal view returns (bool) {
        Vote storage vote = votes[offering][holder];
        return vote.objecting > 0 || vote.windingUp > 0;
    }

    /// @dev Credits a dividend to all who hold shares.
    function creditDividend(uint256 offering, uint256 amount) internal {
        Sale storage s = sales[offering];
        s.deposited += amount;
        uint256 perShare = (amount + s.remainder) / s.sold;
        s.remainder = amount + s.remainder - perShare * s.sold;
        for (uint256 i = 0; i < people.length; i++) {
            credited[offering][people[i]] += perShare * held[offering][people[i]];
        }
    }

    function rollHolderOrAnyone(uint256 offering) internal returns (address) {
        uint256 start = roll(people.length);
        for (uint256 i = 0; i < people.length && roll(8) != 0; i++) {
            address wallet = people[(start + i) % people.length];
            if (held[offering][wallet] > 0) return wallet;
        }
        return people[start];
    }

    function idOf(address wallet) internal view returns (bytes32) {
        return known[wallet].id == 0 ? personIdOf(wallet) : known[wallet].id;
    }

    function succeed(string memory name) internal {
        successes[name]++;
    }

    /// @dev The currency's issuer refuses payments to somebody; to at most eight at a time.
    function refusePerson(address wallet) internal {
        if (_refused.length == 8) {
            dollar.setRefused(_refused[0], false);
            _refused[0] = _refused[7];
            _refused.pop();
        }
        dollar.setRefused(wallet, true);
        _refused.push(wallet);
    }

    /// @dev Called before a handler goes along a path on which wallets are paid; it checks to the unit what they get.
    function mayPay() internal {
        _mayPay = true;
    }

    /// @dev Counts a state that a run has reached.
    function reach(string memory state) internal {
        successes[state]++;
    }

    /// @dev Calls in somebody's name. `refusal` is the error's selector, zero for success.
    function attempt(address caller, address target, bytes memory data) internal returns (bytes4 refusal) {
        vm.prank(caller);
        (bool ok, bytes memory returned) = target.call(data);
        if (!ok) refusal = bytes4(returned);
    }

    /// @dev The outcome that the ghosts foretold must be the one that came.
    function requireOutcome(bytes4 refusal, bytes4 foretold, string memory what) internal pure {
        vm.assertEq(bytes32(refusal), bytes32(foretold), what);
    }

    function tierNow(address wallet, uint32 town) internal view returns (Tier) {
        Known storage k = known[wallet];
        if (k.country == 0 || k.suspended) return Tier.None;
        if (k.town == town && k.until >= block.timestamp) return Tier.Local;
        return k.country == countryOf(town) ? Tier.Country : Tier.World;
    }

    function bestTier(address wallet, uint32 town) internal view returns (Tier) {
        return town == 1 ? known[wallet].best1 : known[wallet].best2;
    }

    function dollarsOf(address[] memory wallets) internal view returns (uint256[] memory amounts) {
        amounts = new uint256[](wallets.length);
        for (uint256 i = 0; i < wallets.length; i++) {
            amounts[i] = dollar.balanceOf(wallets[i]);
        }
    }

    /// @dev Whether time may make one more long jump; after many of them nothing would be on sale any more.
    function mayJump() internal returns (bool) {
        return ++_jumps <= 4;
    }

    function rollTown() internal returns (uint32) {
        return uint32(1 + roll(TOWNS));
    }

    function isLive(Phase phase) internal pure returns (bool) {
        return phase == Phase.Local || phase == Phase.Country || phase == Phase.World;
    }

    function currentWeek() internal view returns (uint256) {
        return (block.timestamp - 4 days) / 7 days;
    }

    /// @dev Writes down a person whom somebody attested.
    function know(address wallet, uint32 town, uint16 country, uint256 until) internal {
        list(wallet);
        Known storage k = known[wallet];
        if (k.country == 0) k.id = personIdOf(wallet);
        if (k.country == 0 || k.town != town) {
            k.number = k.country == 0 ? 0 : keptNumber[wallet][town];
            k.left = k.number > 0;
        }
        (k.town, k.country, k.until) = (town, country, until);
        k.best1 = _nearer(k.best1, _tierOf(k, 1));
        k.best2 = _nearer(k.best2, _tierOf(k, 2));
    }

    function list(address wallet) internal {
        if (_listed[wallet]) return;
        _listed[wallet] = true;
        people.push(wallet);
    }

    /// @dev Writes down that a resident joined.
    function join(address wallet, uint32 town) internal {
        hoursOf[town].wallets.push(wallet);
        hoursOf[town].joinedIn.push(currentWeek());
        known[wallet].number = hoursOf[town].wallets.length;
    }

    /// @dev Writes down that a number went away in this week; of nobody, or one who is away already, nothing changes.
    function goAway(uint32 town, uint256 number) internal {
        if (number == 0 || isAway(town, number)) return;
        absences[town][number].push(Absent({since: currentWeek(), back: 0}));
    }

    /// @dev Writes down that a number came back in this week.
    function comeBack(uint32 town, uint256 number) internal {
        Absent[] storage list_ = absences[town][number];
        list_[list_.length - 1].back = currentWeek();
    }

    function isAway(uint32 town, uint256 number) internal view returns (bool) {
        Absent[] storage list_ = absences[town][number];
        return list_.length > 0 && list_[list_.length - 1].back == 0;
    }

    function wasAway(uint32 town, uint256 number, uint256 week) internal view returns (bool away) {
        Absent[] storage list_ = absences[town][number];
        for (uint256 i = 0; i < list_.length; i++) {
            away = away || (week > list_[i].since && (list_[i].back == 0 || week < list_[i].back));
        }
    }

    function isResident(address wallet, uint32 town) internal view returns (bool) {
        Known storage k = known[wallet];
        return k.country != 0 && k.town == town && !k.suspended && block.timestamp <= k.until;
    }

    function isMember(address wallet, uint32 town) internal view returns (bool) {
        Known storage k = known[wallet];
        return k.town == town && k.number > 0 && !k.left && !k.suspended;
    }

    /// @dev Whether everybody who starts a business is there: ambassadors in person, a member, a project manager.
    function canAddBusiness(uint32 town) internal view returns (bool) {
        Officers storage o = officers[town];
        bool keys = townKey(town) == o.townAmbassador && countryKey(town) == o.countryAmbassador;
        return isActive(town) && keys && isMember(o.coordinator, town) && !holdsKey(o.payout);
    }

    /// @dev One more business, with the deed of every business that has agreed to no other.
    function addBusiness(uint32 town, Kind kind) internal returns (uint64 business) {
        business = createBusiness(town, kind);
        businesses.push(business);
        isCornerstone[business] = kind == Kind.Cornerstone;
        agreements[business].deed = Deed({investors: 3_333, members: 3_333, fund: 3_334, country: 0});
    }

    /// @dev Writes down money for a town's members.
    function fundGhost(uint32 town, uint256 amount, uint256 weeks_) internal {
        Hours storage h = hoursOf[town];
        h.funded += amount;
        h.streams.push(Stream({perWeek: amount / weeks_, left: weeks_}));
        h.carry += amount - (amount / weeks_) * weeks_;
    }

    /// @dev What a member earned from timesheet `from` to before `upTo`, one byte at a time.
    function earned(
        uint32 town,
        uint256 number,
        uint256 from,
        uint256 upTo
    ) internal view returns (uint256 infinities, uint256 cash) {
        for (uint256 i = from; i < upTo; i++) {
            Sheet storage sheet = hoursOf[town].sheets[i];
            if (number > sheet.quarters.length) continue;
            uint256 quarters = uint8(sheet.quarters[number - 1]);
            infinities += (quarters / 12) * 1e18;
            if (quarters >= 12) cash += sheet.cashPerActive;
        }
    }

    /// @dev Whether a number was active in a timesheet.
    function wasActive(uint32 town, uint256 sheet, uint256 number) internal view returns (bool) {
        bytes storage quarters = hoursOf[town].sheets[sheet].quarters;
        return number > 0 && number <= quarters.length && uint8(quarters[number - 1]) >= 12;
    }

    /// @dev The deed in force now, by the ghosts' own reckoning.
    function deedNow(uint64 business) internal view returns (Deed memory) {
        Agreement storage a = agreements[business];
        bool changed = a.comingFrom != 0 && block.timestamp >= a.comingFrom;
        return changed ? a.coming : a.deed;
    }

    /// @dev Judges every phase that has ended, one after another.
    function judgeAll() internal {
        for (uint256 id = 1; id < sales.length; id++) {
            Sale storage s = sales[id];
            while (isLive(s.phase) && block.timestamp >= s.ends[uint256(s.phase)]) {
                if (s.sold >= s.goal) {
                    s.scope = Tier(uint8(s.phase));
                    s.phase = Phase.Succeeded;
                    s.raised = s.sold * s.price;
                } else {
                    s.phase = s.phase == Phase.World ? Phase.Failed : Phase(uint8(s.phase) + 1);
                }
            }
        }
    }

    /// @dev Invariant 7, from one call to the next.
    function _watchPhases() private {
        for (uint256 id = 1; id < sales.length; id++) {
            Phase before = lastPhase[id];
            Phase phase = offerings.phaseOf(id);
            bool forward =
                phase == before ||
                    (isLive(before) && phase > before) ||
                    (before == Phase.None && phase > before) ||
                    (before == Phase.Succeeded && phase == Phase.Settled);
            vm.assertTrue(forward, "7: a phase went backwards");
            if (phase != before) reach(string.concat("phase: ", _nameOf(phase)));
            lastPhase[id] = phase;
        }
    }

    /// @dev Counts calls after which a town lacked a key, or head office held it.
    function _watchKeys() private {
        for (uint32 town = 1; town <= TOWNS; town++) {
            bool standsIn = townKey(town) == headOffice || countryKey(town) == headOffice;
            if (standsIn) reach("state: head office stands in");
            else if (!isActive(town)) reach("state: dormant");
        }
    }

    function _nameOf(Phase phase) private pure returns (string memory) {
        return ["None", "Local", "Country", "World", "Failed", "Succeeded", "Settled"][uint256(phase)];
    }

    function _tierOf(Known storage k, uint32 town) private view returns (Tier) {
        if (k.town == town) return Tier.Local;
        return k.country == countryOf(town) ? Tier.Country : Tier.World;
    }

    function _nearer(Tier before, Tier tier) private pure returns (Tier) {
        return before == Tier.None || tier < before ? tier : before;
    }

    /// @dev Head office, and everybody with an office in one of the towns.
    function _officials() private view returns (address[] memory wallets) {
        wallets = new address[](1 + 8 * TOWNS);
        wallets[0] = headOffice;
        for (uint32 town = 1; town <= TOWNS; town++) {
            uint256 i = 8 * town - 7;
            (wallets[i], wallets[i + 1]) = (townOffice[town].holder, countryOffice[town].holder);
            (wallets[i + 2], wallets[i + 3]) = (officers[town].registrar, officers[town].coordinator);
            (wallets[i + 4], wallets[i + 5]) = (assistant[town], steward[town]);
            (wallets[i + 6], wallets[i + 7]) = (officers[town].manager, officers[town].payout);
        }
    }

    /// @dev Invariant 12: outside the stated paths nobody in office is paid.
    function _requireNobodyPaid(address[] memory officials, uint256[] memory before) private view {
        uint256[] memory afterwards = dollarsOf(officials);
        for (uint256 i = 0; i < before.length; i++) {
            vm.assertLe(afterwards[i], before[i], "12: nobody in office is paid outside the stated paths");
        }
    }

    function _settleTown(string memory name, uint16 country) private {
        uint32 town = foundTown(country, name);
        Officers memory o = officers[town];
        (townOffice[town].holder, townOffice[town].actsFrom) = (o.townAmbassador, block.timestamp);
        (countryOffice[town].holder, countryOffice[town].actsFrom) = (o.countryAmbassador, block.timestamp);
        uint256 until = block.timestamp + 3 * 365 days;
        know(o.townAmbassador, town, country, until);
        know(o.registrar, town, country, until);
        know(o.coordinator, town, country, until);
        know(o.manager, town, country, until);
        join(o.coordinator, town);
        reviewWindow[town] = 2 days;

        for (uint256 i = 0; i < 6; i++) {
            address wallet = personNamed(string.concat("resident of ", name, string(abi.encodePacked(uint8(65 + i)))));
            // Two residencies end while sales run.
            uint256 theirs = i % 3 == 0 ? block.timestamp + 45 days : until;
            bool joins = i < 3;
            attestResident(town, wallet, uint40(theirs), joins);
            know(wallet, town, country, theirs);
            if (joins) join(wallet, town);
        }
        assistant[town] = people[people.length - 1];
        steward[town] = people[people.length - 2];
        vm.startPrank(o.townAmbassador);
        authority.grantRole(Roles.coordinator(town), assistant[town]);
        authority.grantRole(Roles.steward(town), steward[town]);
        vm.stopPrank();
    }

    function _addOutsiders() private {
        uint16[3] memory countries = [COUNTRY_1, COUNTRY_2, COUNTRY_3];
        for (uint256 i = 0; i < 6; i++) {
            address wallet = personNamed(string.concat("outsider ", string(abi.encodePacked(uint8(65 + i)))));
            attestOutsider(1, wallet, countries[i % 3]);
            know(wallet, 0, countries[i % 3], 0);
        }
        for (uint256 i = 0; i < 2; i++) {
            strangers.push(personNamed(string.concat("stranger ", string(abi.encodePacked(uint8(65 + i))))));
            list(strangers[i]);
        }
        list(officers[1].payout);
        list(officers[2].payout);
    }
}
