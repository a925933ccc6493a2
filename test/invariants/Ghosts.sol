// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Deed} from "../../contracts/lib/Deed.sol";
import {Tier} from "../../contracts/members/IMemberRegistry.sol";
import {Kind} from "../../contracts/projects/IProjectRegistry.sol";
import {IInvestorToken} from "../../contracts/shares/IInvestorToken.sol";
import {Phase} from "../../contracts/shares/IShareOffering.sol";
import {System} from "../support/System.sol";
import {vm} from "../support/Vm.sol";

/// @title Ghosts: what the handlers know by themselves
/// @dev Two towns with one currency, their people, and a plain second bookkeeping of everything that happens. Nothing
/// in it is read from the contracts that it is compared with.
abstract contract Ghosts is System {
    struct Known {
        uint32 town;
        uint16 country;
        uint256 until;
        Tier best1; // the nearest this person ever was to town 1
        Tier best2; // and to town 2
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
        uint256 payableFrom; // of the tranche asked for
        bool requested;
        bool townAgrees;
        bool countryAgrees;
        uint256 deposited;
        uint256 remainder;
    }

    struct Stream {
        uint256 perWeek;
        uint256 left;
    }

    struct Sheet {
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
        uint256 funded;
        uint256 paid;
    }

    struct Deposit {
        uint256 amount;
        uint256 community;
        uint256 investors;
    }

    struct Agreement {
        Deed deed;
        Deed coming;
        uint256 comingFrom;
        bool isSealed;
    }

    uint32 internal constant TOWNS = 2;
    uint16 internal constant COUNTRY_1 = 710;
    uint16 internal constant COUNTRY_2 = 276;
    uint16 internal constant COUNTRY_3 = 392;

    address[] internal people;
    address[] internal strangers;
    mapping(address wallet => Known) internal known;
    mapping(uint32 town => address[]) internal joiners;

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

    mapping(uint32 town => Hours) internal hoursOf;
    mapping(uint32 town => mapping(uint256 week => bool)) internal done;
    mapping(uint32 town => mapping(uint256 number => uint256)) internal cursor;
    mapping(uint32 town => mapping(uint256 number => uint256)) internal keptCash;

    uint256 internal minted;
    uint256 internal burnt;

    Deposit[] internal deposits;
    mapping(uint32 town => uint256) internal fundOf;
    mapping(uint32 town => uint256) internal officeOf; // each town has its own country here

    mapping(address holder => uint256) internal givenDollars; // donations to contracts
    uint256 internal givenInfinity; // donations of INFINITY to Contributions

    address[] private _refused;
    uint256 private _seed;
    uint256 private _rolls;
    mapping(string name => uint256) public successes;
    uint256 public calls;

    /// @dev Every handler: time has passed since the last one, and may pass within it.
    modifier handler(uint256 seed) {
        _seed = seed;
        _rolls = 0;
        calls++;
        _judgeAll();
        _;
        _judgeAll();
        _watchPhases();
    }

    constructor() {
        deploySystem();
        sales.push();
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
        if (k.country == 0) return Tier.None;
        if (k.town == town && k.until >= block.timestamp) return Tier.Local;
        return k.country == _countryOf(town) ? Tier.Country : Tier.World;
    }

    function bestTier(address wallet, uint32 town) internal view returns (Tier) {
        return town == 1 ? known[wallet].best1 : known[wallet].best2;
    }

    function isLive(Phase phase) internal pure returns (bool) {
        return phase == Phase.Local || phase == Phase.Country || phase == Phase.World;
    }

    function currentWeek() internal view returns (uint256) {
        return (block.timestamp - 4 days) / 7 days;
    }

    /// @dev Writes down a person whom somebody attested.
    function know(address wallet, uint32 town, uint16 country, uint256 until) internal {
        if (known[wallet].country == 0) people.push(wallet);
        known[wallet] = Known({
            town: town,
            country: country,
            until: until,
            best1: town == 1
                ? Tier.Local
                : country == COUNTRY_1
                    ? Tier.Country
                    : Tier.World,
            best2: town == 2
                ? Tier.Local
                : country == COUNTRY_2
                    ? Tier.Country
                    : Tier.World
        });
    }

    /// @dev Writes down that a resident joined.
    function join(address wallet, uint32 town) internal {
        hoursOf[town].wallets.push(wallet);
        hoursOf[town].joinedIn.push(currentWeek());
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

    /// @dev The deed in force now, by the ghosts' own reckoning.
    function deedNow(uint64 business) internal view returns (Deed memory) {
        Agreement storage a = agreements[business];
        bool changed = a.comingFrom != 0 && block.timestamp >= a.comingFrom;
        return changed ? a.coming : a.deed;
    }

    /// @dev Judges every phase that has ended, one after another.
    function _judgeAll() private {
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
            lastPhase[id] = phase;
        }
    }

    function _settleTown(string memory name, uint16 country) private {
        uint32 town = foundTown(country, name);
        Officers memory o = officers[town];
        uint256 until = block.timestamp + 3 * 365 days;
        know(o.townAmbassador, town, country, until);
        know(o.registrar, town, country, until);
        know(o.coordinator, town, country, until);
        know(o.manager, town, country, until);
        join(o.coordinator, town);

        for (uint256 i = 0; i < 6; i++) {
            address wallet = personNamed(string.concat("resident of ", name, string(abi.encodePacked(uint8(65 + i)))));
            // Two residencies end while sales run.
            uint256 theirs = i % 3 == 0 ? block.timestamp + 45 days : until;
            bool joins = i < 3;
            attestResident(town, wallet, uint40(theirs), joins);
            know(wallet, town, country, theirs);
            if (joins) join(wallet, town);
            else joiners[town].push(wallet);
        }
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
            people.push(strangers[i]);
        }
        people.push(officers[1].payout);
        people.push(officers[2].payout);
    }

    function _countryOf(uint32 town) private pure returns (uint16) {
        return town == 1 ? COUNTRY_1 : COUNTRY_2;
    }
}
