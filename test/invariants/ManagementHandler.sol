// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {IProjectRegistry} from "../../contracts/projects/IProjectRegistry.sol";
import {IAuthority} from "../../contracts/roles/IAuthority.sol";
import {Roles} from "../../contracts/roles/Roles.sol";
import {Ghosts} from "./Ghosts.sol";

/// @title ManagementHandler: project managers come and go, and businesses change who manages and who is paid
abstract contract ManagementHandler is Ghosts {
    struct Proposed {
        address proposer;
        uint256 proposedAt;
        address manager;
        address payout;
    }

    mapping(uint64 business => Proposed) private _proposed;

    /// @dev A Town Ambassador appoints a resident, or takes the role of one who is not the town's first manager.
    function appointManager(uint256 seed) external handler(seed) {
        uint32 town = rollTown();
        address by = townOffice[town].holder;
        address wallet = roll(4) == 0 ? rollPerson() : rollResident(town);
        if (by == address(0) || wallet == officers[town].manager) return;
        bool had = isProjectManager[town][wallet];

        bytes4 foretold;
        if (by != townKey(town)) foretold = IAccessControl.AccessControlUnauthorizedAccount.selector;
        else if (!had && !isResident(wallet, town)) foretold = IAuthority.AuthorityNotResident.selector;
        bytes32 role = Roles.projectManager(town);
        bytes memory data =
            had
                ? abi.encodeCall(IAccessControl.revokeRole, (role, wallet))
                : abi.encodeCall(IAccessControl.grantRole, (role, wallet));
        requireOutcome(attempt(by, address(authority), data), foretold, "appointManager");
        if (foretold != 0) return;

        isProjectManager[town][wallet] = !had;
        succeed(had ? "dismissManager" : "appointManager");
    }

    /// @dev The town's key proposes who manages a business and who is paid; also people who may not. Now and then the
    /// country's key approves at once.
    function proposeManagement(uint256 seed) external handler(seed) {
        uint64 business = _rollReleasing();
        uint32 town = uint32(business >> 32);
        address by = townKey(town);
        if (by == address(0)) return;
        Proposed memory p = Proposed({
            proposer: by,
            proposedAt: block.timestamp,
            manager: _rollManager(town),
            payout: _rollPayout(town)
        });

        bytes4 foretold = _whyNot(town, p);
        bytes memory data = abi.encodeCall(IProjectRegistry.proposeManagement, (business, p.manager, p.payout));
        requireOutcome(attempt(by, address(projects), data), foretold, "proposeManagement");
        if (foretold != 0) return;

        _proposed[business] = p;
        succeed("proposeManagement");
        if (roll(2) == 0) _approve(business);
    }

    /// @dev The country's key approves exactly that; now and then something else.
    function approveManagement(uint256 seed) external handler(seed) {
        _approve(_rollProposed());
    }

    function _approve(uint64 business) private {
        uint32 town = uint32(business >> 32);
        address by = countryKey(town);
        if (by == address(0)) return;
        Proposed memory p = _proposed[business];
        bool exact = isAwaited(town, p.proposer, p.proposedAt);
        if (roll(8) == 0) (p.payout, exact) = (by, exact && p.payout == by);

        bytes4 foretold = exact ? _whyNot(town, p) : IProjectRegistry.ProjectRegistryNotProposed.selector;
        bytes memory data = abi.encodeCall(IProjectRegistry.approveManagement, (business, p.manager, p.payout));
        requireOutcome(attempt(by, address(projects), data), foretold, "12: two keys change a management");
        if (foretold != 0) return;

        delete _proposed[business];
        bool lapses = sales[latest[business]].payableFrom != 0 && p.payout != managementOf[business].payout;
        if (lapses) reach("state: an approval lapsed with the payout");
        managementOf[business] = Management({manager: p.manager, payout: p.payout});
        succeed("approveManagement");
    }

    function _whyNot(uint32 town, Proposed memory p) private view returns (bytes4) {
        if (!isProjectManager[town][p.manager]) return IProjectRegistry.ProjectRegistryNotProjectManager.selector;
        bool fit = p.payout != address(0) && !holdsKey(p.payout) && p.payout != address(currencyOf(town));
        return fit ? bytes4(0) : IProjectRegistry.ProjectRegistryBadPayout.selector;
    }

    function _rollManager(uint32 town) private returns (address wallet) {
        uint256 start = roll(people.length);
        if (roll(8) == 0) return people[start];
        for (uint256 i = 0; i < people.length; i++) {
            wallet = people[(start + i) % people.length];
            if (isProjectManager[town][wallet]) return wallet;
        }
    }

    function _rollPayout(uint32 town) private returns (address) {
        uint256 choice = roll(3);
        if (choice == 0) return officers[town].payout;
        return choice == 1 ? strangers[roll(strangers.length)] : rollPerson();
    }

    /// @dev A business of which a release is approved, if there is one.
    function _rollReleasing() private returns (uint64 business) {
        uint256 start = roll(businesses.length);
        for (uint256 i = 0; i < businesses.length; i++) {
            business = businesses[(start + i) % businesses.length];
            if (sales[latest[business]].payableFrom != 0) return business;
        }
    }

    /// @dev A business with a proposal, if there is one.
    function _rollProposed() private returns (uint64 business) {
        uint256 start = roll(businesses.length);
        for (uint256 i = 0; i < businesses.length; i++) {
            business = businesses[(start + i) % businesses.length];
            if (_proposed[business].proposer != address(0)) return business;
        }
    }
}
