// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAccessControlDefaultAdminRules} from "@openzeppelin/contracts/access/extensions/IAccessControlDefaultAdminRules.sol";
import {vm} from "../support/Vm.sol";
import {IAuthority} from "../../contracts/roles/IAuthority.sol";
import {Ghosts} from "./Ghosts.sol";

/// @title HeadOfficeHandler: head office is handed over, by whom it chooses accepting a week later
abstract contract HeadOfficeHandler is Ghosts {
    uint256 private _acceptableAfter;

    /// @dev Head office chooses a new wallet, or anybody's, and whoever was chosen before is not any more.
    function chooseHeadOffice(uint256 seed) external handler(seed) {
        if (nextHeadOffice != address(0) && roll(4) != 0) return;
        address wallet = roll(2) == 0 ? rollPerson() : personNamed(string.concat("head office ", vm.toString(calls)));

        bytes memory data = abi.encodeCall(IAccessControlDefaultAdminRules.beginDefaultAdminTransfer, (wallet));
        requireOutcome(attempt(headOffice, address(authority), data), 0, "chooseHeadOffice");

        (nextHeadOffice, _acceptableAfter) = (wallet, block.timestamp + 7 days);
        succeed("chooseHeadOffice");
    }

    /// @dev The chosen one accepts, or somebody else tries; too early, or after exactly a week.
    function acceptHeadOffice(uint256 seed) external handler(seed) {
        if (nextHeadOffice == address(0)) return;
        if (block.timestamp <= _acceptableAfter && roll(2) == 0) vm.warp(_acceptableAfter + roll(2));
        address by = roll(4) == 0 ? rollPerson() : nextHeadOffice;

        bytes4 foretold;
        if (by != nextHeadOffice) {
            foretold = IAccessControlDefaultAdminRules.AccessControlInvalidDefaultAdmin.selector;
        } else if (block.timestamp <= _acceptableAfter) {
            foretold = IAccessControlDefaultAdminRules.AccessControlEnforcedDefaultAdminDelay.selector;
        } else if (by != headOffice && holdsKey(by)) {
            foretold = IAuthority.AuthoritySecondKey.selector;
        }
        bytes memory data = abi.encodeCall(IAccessControlDefaultAdminRules.acceptDefaultAdminTransfer, ());
        requireOutcome(attempt(by, address(authority), data), foretold, "12: head office waits a week");
        if (foretold != 0) return;

        (headOffice, nextHeadOffice) = (by, address(0));
        succeed("acceptHeadOffice");
    }
}
