// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ITownRegistry} from "../../contracts/members/ITownRegistry.sol";
import {ITownTreasury} from "../../contracts/profit/ITownTreasury.sol";
import {ProjectKind} from "../../contracts/projects/IProjectRegistry.sol";
import {Document} from "../../contracts/lib/Document.sol";
import {System} from "../support/System.sol";
import {vm} from "../support/Vm.sol";

/// @title TownTreasuryOneHandTest
/// @dev The registries never give two keys to one wallet. Should they, nobody spends the members' money alone all the same.
contract TownTreasuryOneHandTest is System {
    address private constant _PAYEE = address(0xA1);

    uint32 private _town;
    uint64 private _project;

    function setUp() external {
        deploySystem();
        _town = foundTown(710, "Alpha");
        _project = createBusiness(_town, ProjectKind.Community);
    }

    function testOneWhoHeldBothAmbassadorsKeysDoesNotApproveTheirOwnSpending() external {
        address proposer = officers[_town].townAmbassador;
        Document memory document = documentOf("A new oven");
        vm.prank(proposer);
        treasury.propose(_project, 1, _PAYEE, document);
        vm.mockCall(address(towns), abi.encodeCall(ITownRegistry.countryKeyOf, (_town)), abi.encode(proposer));

        vm.prank(proposer);
        vm.expectRevert(abi.encodeWithSelector(ITownTreasury.TownTreasuryOwnSpending.selector, 1, proposer));
        treasury.approve(1, _contentOf(false, document));
    }

    function testHeadOfficeDoesNotApproveWhatItProposedAsCountryAmbassador() external {
        address proposer = officers[_town].countryAmbassador;
        Document memory document = documentOf("A new oven");
        vm.prank(proposer);
        treasury.proposeFromOffice(_project, 1, _PAYEE, document);
        vm.mockCall(address(authority), abi.encodeCall(authority.headOffice, ()), abi.encode(proposer));

        vm.prank(proposer);
        vm.expectRevert(abi.encodeWithSelector(ITownTreasury.TownTreasuryOwnSpending.selector, 1, proposer));
        treasury.approve(1, _contentOf(true, document));
    }

    function _contentOf(bool fromOffice, Document memory document) private view returns (ITownTreasury.Content memory) {
        return
            ITownTreasury.Content({
                project: _project,
                fromOffice: fromOffice,
                payee: _PAYEE,
                amount: 1,
                document: document.hash
            });
    }
}
