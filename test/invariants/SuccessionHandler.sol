// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IContributions} from "../../contracts/hours/IContributions.sol";
import {ISuccession} from "../../contracts/members/ISuccession.sol";
import {ISuccessorToken} from "../../contracts/members/ISuccessorToken.sol";
import {IFinalDivision} from "../../contracts/profit/IFinalDivision.sol";
import {vm} from "../support/Vm.sol";
import {Ghosts} from "./Ghosts.sol";

/// @title SuccessionHandler: wallets are lost and followed, people die and are inherited
abstract contract SuccessionHandler is Ghosts {
    uint256 private constant _MOST_FOLLOWERS = 16;
    bytes32 private constant _OBJECTION = keccak256("Objection(bytes32 proposal)");

    address[] private _followers;
    address[] private _objectors;

    /// @dev A person names who gets everything at their death; a later death goes to nobody else.
    function setNominee(uint256 seed) external handler(seed) {
        _setNominee(rollPerson(), rollPerson());
    }

    function _setNominee(address wallet, address nominee) private {
        bytes4 foretold = nominee == wallet ? ISuccession.SuccessionBadSuccessor.selector : bytes4(0);
        bytes memory data = abi.encodeCall(ISuccession.setNominee, (nominee));
        requireOutcome(attempt(wallet, address(succession), data), foretold, "setNominee");
        if (foretold != 0) return;

        nomineeOf[wallet] = nominee;
        succeed("setNominee");
    }

    /// @dev From a proposal to the last key, unless the old wallet objects, or a key tries too early or for itself.
    function followWallet(uint256 seed) external handler(seed) {
        address wallet = _rollFollowed();
        uint32 town = known[wallet].town;
        address proposer = town == 0 ? _ownAmbassador(known[wallet].idCountry) : officers[town].registrar;
        if (known[wallet].country == 0 || proposer == address(0) || proposer == wallet) return;
        if (_followers.length >= _MOST_FOLLOWERS) return;
        if (town != 0 && (!isActive(town) || townKey(town) == wallet || countryKey(town) == wallet)) return;
        bool death = roll(3) == 0;
        if (death && roll(3) == 0) _setNominee(wallet, rollPerson());
        address successor = death ? _rollHeir(wallet, proposer) : personNamed(_nameOfNext());
        if (wallet == headOffice || successor == headOffice) return;
        if (town != 0 && (successor == townKey(town) || successor == countryKey(town))) return;

        ISuccession.Proposal memory p = _propose(wallet, successor, death, proposer);
        if (p.proposedAt == 0) return;
        _requireWaiting(p);
        if (!p.isSecond && roll(4) == 0) return _object(p);
        if (p.isSecond) _letBegin(p);
        if (town == 0) _confirmAsHeadOffice(p);
        else _confirmAll(p);
        if (successorOf[wallet] == address(0)) _takeBack(p);
    }

    /// @dev Anyone moves what a followed wallet still holds.
    function moveShares(uint256 seed) external handler(seed) {
        (uint256 offering, address old) = _rollLeftBehind();
        if (offering == 0) {
            address wallet = rollPerson();
            if (successorOf[wallet] == address(0)) return;
            infinity.moveToSuccessor(wallet);
            vm.assertEq(infinity.balanceOf(wallet), 0, "13: INFINITY follows its person");
            return;
        }

        sales[offering].token.moveToSuccessor(old);

        moveHolding(offering, old);
        succeed("moveShares");
    }

    function _propose(
        address wallet,
        address successor,
        bool death,
        address proposer
    ) private returns (ISuccession.Proposal memory p) {
        bytes32 evidence = death ? bytes32("certificate") : bytes32(0);
        bytes memory data =
            death
                ? abi.encodeCall(ISuccession.proposeClosing, (wallet, successor, evidence))
                : _moveSignedBy(wallet, successor, successor);
        if (!death) {
            bytes memory forged = _moveSignedBy(wallet, successor, rollPerson());
            bytes4 refusal = ISuccession.SuccessionBadSignature.selector;
            requireOutcome(attempt(proposer, address(succession), forged), refusal, "13: no wallet without its word");
        }
        bytes4 foretold = _whyNotPropose(wallet, successor, proposer);
        requireOutcome(attempt(proposer, address(succession), data), foretold, "13: proposeMove, proposeClosing");
        if (foretold != 0) return p;

        p = ISuccession.Proposal({
            wallet: wallet,
            successor: successor,
            evidence: evidence,
            town: known[wallet].town,
            country: known[wallet].idCountry,
            proposer: proposer,
            proposedAt: uint40(block.timestamp),
            isSecond: objectedAt[wallet] != 0 && block.timestamp < objectedAt[wallet] + 365 days,
            passesOver: death && _passesOver(wallet, successor)
        });
        bytes4 open = ISuccession.SuccessionOpen.selector;
        requireOutcome(attempt(proposer, address(succession), data), open, "13: one proposal for a person");
        succeed("propose successor");
    }

    function _moveSignedBy(address wallet, address newWallet, address signer) private returns (bytes memory) {
        uint256 deadline = block.timestamp + roll(30 days);
        bytes memory signature = takingOver(wallet, newWallet, deadline, signer);
        return abi.encodeCall(ISuccession.proposeMove, (wallet, newWallet, deadline, signature));
    }

    /// @dev Invariant 23: while it is open, what somebody else claims for the person is paid to nobody.
    function _requireWaiting(ISuccession.Proposal memory p) private {
        vm.assertTrue(members.isWaiting(p.wallet), "23: what others claim waits");
        address other = rollOther(p.wallet);
        for (uint32 town = 1; town <= TOWNS; town++) {
            address[] storage wallets = hoursOf[town].wallets;
            uint256 sheets = hoursOf[town].sheets.length;
            uint16[] memory numbers = new uint16[](1);
            for (uint256 i = 0; sheets > 0 && i < wallets.length; i++) {
                if (wallets[i] != p.wallet) continue;
                numbers[0] = uint16(i + 1);
                (uint256 held, uint256 earned) = _heldBy(town, p.wallet);
                bytes memory data = abi.encodeCall(IContributions.claim, (town, numbers, uint16(sheets)));
                requireOutcome(attempt(other, address(contributions), data), 0, "23: a batch goes on");
                (uint256 heldNow, uint256 earnedNow) = _heldBy(town, p.wallet);
                vm.assertTrue(heldNow == held && earnedNow == earned, "23: paid to nobody");
                _requirePartsWait(town, numbers, other);
            }
        }
    }

    /// @dev The same of their parts of what a town without keys left.
    function _requirePartsWait(uint32 town, uint16[] memory numbers, address other) private {
        for (uint256 id = 1; id < divisions.length; id++) {
            if (divisions[id].town != town) continue;
            bool paid = division.isPaid(id, numbers[0]);
            bytes memory data = abi.encodeCall(IFinalDivision.claim, (id, numbers));
            requireOutcome(attempt(other, address(division), data), 0, "23: a batch of parts goes on");
            vm.assertTrue(division.isPaid(id, numbers[0]) == paid, "23: no part is paid");
        }
    }

    function _heldBy(uint32 town, address wallet) private view returns (uint256, uint256) {
        return (currencyOf(town).balanceOf(wallet), infinity.balanceOf(wallet));
    }

    function _object(ISuccession.Proposal memory p) private {
        bytes32 id = keccak256(abi.encode(p));
        bool bySignature = roll(2) == 0;
        bytes memory data = abi.encodeCall(ISuccession.object, (id));
        if (bySignature) {
            bytes32 hash = keccak256(abi.encode(_OBJECTION, id));
            bytes memory signature = signed(p.wallet, address(succession), "One Small Town succession", hash);
            data = abi.encodeCall(ISuccession.objectWithSignature, (p.wallet, id, signature));
            signature = signed(rollOther(p.wallet), address(succession), "One Small Town succession", hash);
            bytes memory forged = abi.encodeCall(ISuccession.objectWithSignature, (p.wallet, id, signature));
            bytes4 refusal = attempt(rollPerson(), address(succession), forged);
            requireOutcome(refusal, ISuccession.SuccessionBadSignature.selector, "13: nobody else objects");
        }
        address sender = bySignature ? rollPerson() : p.wallet;
        requireOutcome(attempt(sender, address(succession), data), 0, "13: the old wallet objects");
        if (bySignature) reach("objected to a new wallet by signature");
        objectedAt[p.wallet] = block.timestamp;
        _objectors.push(p.wallet);
        reach("state: objected to a new wallet");
        _requireOver(p, p.town == 0 ? headOffice : townKey(p.town));
    }

    /// @dev Head office lets a second begin; the old wallet does not object again.
    function _letBegin(ISuccession.Proposal memory p) private {
        bytes memory data = _confirmation(p, new address[](0));
        bytes4 second = ISuccession.SuccessionIsSecond.selector;
        bytes memory objection = abi.encodeCall(ISuccession.object, (keccak256(abi.encode(p))));
        requireOutcome(attempt(p.wallet, address(succession), objection), second, "13: one objection");
        if (p.town != 0) {
            bytes4 notBegun = ISuccession.SuccessionNotBegun.selector;
            requireOutcome(attempt(townKey(p.town), address(succession), data), notBegun, "13: head office first");
        }
        requireOutcome(attempt(headOffice, address(succession), data), 0, "13: head office lets a second begin");
        reach("state: a second new wallet");
    }

    /// @dev With two keys, and head office as third where somebody else than the nominee inherits.
    function _confirmAll(ISuccession.Proposal memory p) private {
        address[] memory tokens = _rollTokens();
        bytes memory data = _confirmation(p, tokens);
        bytes4 early = ISuccession.SuccessionNotNow.selector;
        requireOutcome(attempt(townKey(p.town), address(succession), data), early, "13: time to object");
        vm.warp(block.timestamp + (p.passesOver ? 30 days : 7 days));
        (address first, address second) = (townKey(p.town), countryKey(p.town));
        if (first == address(0) || second == address(0)) return;
        // One whose powers began in that week decides about themself no more than one who had them before.
        bool ownCase = p.wallet == first || p.successor == first;
        if (ownCase) {
            bytes4 own = ISuccession.SuccessionOwnCase.selector;
            requireOutcome(attempt(first, address(succession), data), own, "12: nobody confirms their own case");
        }
        if (ownCase || p.wallet == second || p.successor == second) return;

        bytes4 noKey = ISuccession.SuccessionNotAKey.selector;
        if (!holdsKey(p.wallet)) {
            requireOutcome(attempt(p.wallet, address(succession), data), noKey, "12: only keys confirm");
        }
        if (p.isSecond && !(_isLongIn(townOffice[p.town]) && _isLongIn(countryOffice[p.town]))) {
            bytes4 isNew = ISuccession.SuccessionNewInOffice.selector;
            address who = _isLongIn(townOffice[p.town]) ? second : first;
            return requireOutcome(attempt(who, address(succession), data), isNew, "13: nobody new confirms a second");
        }
        requireOutcome(attempt(first, address(succession), data), 0, "confirm");
        if (p.passesOver && !p.isSecond) {
            vm.assertEq(members.successorOf(p.wallet), address(0), "13: not with one key");
            requireOutcome(attempt(headOffice, address(succession), data), 0, "confirm");
            reach("state: another heir than the nominee");
        }
        vm.assertEq(members.successorOf(p.wallet), address(0), "13: not with one key");
        requireOutcome(attempt(second, address(succession), data), 0, "confirm");
        _follow(p, tokens);
    }

    /// @dev For a person of no town: the ambassador who attested them, still in office, proposed it, head office confirms.
    function _confirmAsHeadOffice(ISuccession.Proposal memory p) private {
        address[] memory tokens = _rollTokens();
        bytes memory data = _confirmation(p, tokens);
        bytes4 early = ISuccession.SuccessionNotNow.selector;
        requireOutcome(attempt(headOffice, address(succession), data), early, "13: time to object");
        vm.warp(block.timestamp + (p.passesOver || p.isSecond ? 30 days : 7 days));

        bool stands = p.proposer == _ownAmbassador(p.country);
        bytes4 foretold = stands ? bytes4(0) : ISuccession.SuccessionNotOpen.selector;
        requireOutcome(attempt(headOffice, address(succession), data), foretold, "13: who proposed it still acts");
        if (foretold != 0) return;

        _follow(p, tokens);
        reach("state: moved wallet of an outsider");
    }

    /// @dev Who made a proposal takes it back, where nobody decided; one who lost the office meanwhile has ended it.
    function _takeBack(ISuccession.Proposal memory p) private {
        if (succession.isOpen(p.wallet)) {
            bytes memory data = abi.encodeCall(ISuccession.refuse, (p.wallet, keccak256(abi.encode(p))));
            requireOutcome(attempt(p.proposer, address(succession), data), 0, "13: what was proposed is taken back");
        }
        _requireOver(p, p.town == 0 ? headOffice : townKey(p.town));
    }

    function _requireOver(ISuccession.Proposal memory p, address by) private {
        vm.assertFalse(members.isWaiting(p.wallet), "23: nothing waits when it is over");
        if (by == address(0)) return;
        bytes4 over = ISuccession.SuccessionNotOpen.selector;
        bytes memory data = _confirmation(p, new address[](0));
        requireOutcome(attempt(by, address(succession), data), over, "13: what ended is over");
    }

    function _confirmation(ISuccession.Proposal memory p, address[] memory tokens) private pure returns (bytes memory) {
        return abi.encodeCall(ISuccession.confirm, (p.wallet, keccak256(abi.encode(p)), tokens));
    }

    /// @dev Whether an ambassador has been in office for sixty days.
    function _isLongIn(Office memory office) private view returns (bool) {
        return block.timestamp >= nowIn(office).actsFrom + 60 days;
    }

    /// @dev Whether the person named lives and is another.
    function _passesOver(address wallet, address heir) private view returns (bool) {
        address nominee = nomineeOf[wallet];
        while (successorOf[nominee] != address(0) && !isClosed[nominee]) nominee = successorOf[nominee];
        bool lives = nominee != address(0) && successorOf[nominee] == address(0);
        return lives && nominee != wallet && nominee != heir;
    }

    /// @dev Who acts for a country; zero for nobody.
    function _ownAmbassador(uint16 country) private view returns (address) {
        for (uint32 town = 1; town <= TOWNS; town++) {
            if (countryOf(town) == country) return countryKey(town);
        }
        return address(0);
    }

    function _follow(ISuccession.Proposal memory p, address[] memory tokens) private {
        (address old, address new_) = (p.wallet, p.successor);
        bool death = p.evidence != 0;
        list(new_);
        _followers.push(new_);
        if (death) goAway(p.town, known[old].number);
        for (uint32 town = 1; town <= TOWNS; town++) {
            address[] storage wallets = hoursOf[town].wallets;
            for (uint256 i = 0; i < wallets.length; i++) {
                if (wallets[i] == old) wallets[i] = new_;
            }
            if (!death) keptNumber[new_][town] = keptNumber[old][town];
        }
        _moveRecord(old, new_, death);
        leaveOffice(old);
        for (uint256 i = 0; i < tokens.length; i++) {
            for (uint256 id = 1; id < sales.length; id++) {
                if (address(sales[id].token) == tokens[i]) moveHolding(id, old);
            }
        }
        reach(death ? "state: closed record" : "state: moved wallet");
    }

    /// @dev The old wallet keeps what the ghosts remember of how near it was; all else is gone.
    function _moveRecord(address old, address new_, bool death) private {
        Known memory k = known[old];
        if (!death) {
            known[new_] = k;
            for (uint32 town = 1; town <= TOWNS; town++) hasId[new_][countryOf(town)] = hasId[old][countryOf(town)];
            if (nomineeOf[old] != new_ && nomineeOf[new_] == address(0)) {
                (nomineeOf[old], nomineeOf[new_]) = (address(0), nomineeOf[old]);
            }
        } else {
            inherits[new_] = true;
            isClosed[old] = true;
        }
        known[old] = Known({
            town: 0,
            country: 0,
            until: 0,
            best1: k.best1,
            best2: k.best2,
            number: 0,
            left: false,
            suspended: false,
            id: k.id,
            idCountry: k.idCountry,
            movedIn: 0,
            nonce: 0
        });
        if (inherits[old]) inherits[new_] = true;
        delete announced[old];
        successorOf[old] = new_;
    }

    function _whyNotPropose(address wallet, address successor, address proposer) private view returns (bytes4) {
        bool usable = successor != wallet && successor != proposer && successorOf[successor] == address(0);
        return usable ? bytes4(0) : ISuccession.SuccessionBadSuccessor.selector;
    }

    function _nameOfNext() private view returns (string memory) {
        return string.concat("new wallet ", vm.toString(_followers.length), " ", vm.toString(calls));
    }

    /// @dev The nominee, by the present wallet, or anybody.
    function _rollHeir(address wallet, address proposer) private returns (address) {
        address nominee = presentWallet(nomineeOf[wallet]);
        if (nominee != address(0) && nominee != wallet && nominee != proposer && roll(4) != 0) return nominee;
        return roll(2) == 0 ? personNamed(_nameOfNext()) : rollPerson();
    }

    /// @dev Somebody without whom businesses go on; now and then one in office, one who followed another wallet, or one
    /// who objected.
    function _rollFollowed() private returns (address wallet) {
        bool again = _followers.length > 0 && roll(3) == 0;
        wallet = again ? _followers[roll(_followers.length)] : rollPerson();
        if (_objectors.length > 0 && roll(4) == 0) wallet = _objectors[roll(_objectors.length)];
        for (uint32 town = 1; town <= TOWNS; town++) {
            if (wallet == officers[town].manager || wallet == officers[town].payout) return address(0);
        }
        if (holdsKey(wallet) && roll(4) != 0) return address(0);
    }

    /// @dev INFINITY, and some of the share tokens.
    function _rollTokens() private returns (address[] memory tokens) {
        uint256 some = roll(3) < sales.length ? roll(3) : 0;
        tokens = new address[](sales.length == 1 ? 1 : 1 + some);
        tokens[0] = address(infinity);
        for (uint256 i = 1; i < tokens.length; i++) {
            tokens[i] = address(sales[1 + roll(sales.length - 1)].token);
        }
    }

    /// @dev A sale, and a wallet that somebody follows and that still holds something of it.
    function _rollLeftBehind() private returns (uint256, address) {
        if (sales.length == 1) return (0, address(0));
        uint256 first = roll(sales.length - 1);
        for (uint256 n = 0; n < sales.length - 1; n++) {
            uint256 id = 1 + ((first + n) % (sales.length - 1));
            for (uint256 i = 0; i < people.length; i++) {
                address wallet = people[i];
                bool holds = held[id][wallet] > 0 || credited[id][wallet] > paidDividend[id][wallet];
                if (holds && successorOf[wallet] != address(0)) return (id, wallet);
            }
        }
        return (0, address(0));
    }
}
