// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

// solhint-disable-next-line no-console
import {console} from "hardhat/console.sol";
import {deploy} from "../support/deploy.sol";
import {vm} from "../support/Vm.sol";
import {Handlers} from "./Handlers.sol";

/// @title TownInvariants
/// @dev The runner calls the handlers at random, and after every call checks what README.md numbers.
contract TownInvariants {
    /// @dev The runner's form of a list of functions.
    struct Target {
        address target;
        bytes4[] selectors;
    }

    /// @dev Calls of one run that we play ourselves.
    uint256 private constant _CALLS = 400;

    /// @dev Of these, one in so many is followed by all checks.
    uint256 private constant _CHECKED = 20;

    /// @dev Calls after which a run in which some handler never succeeded shows nothing.
    uint256 private constant _LONG_RUN = 2_000;
    uint256 private constant _MOST_RUNS = 60;

    Handlers private _handler;

    function setUp() external {
        _handler = Handlers(deploy("Handler", ""));
    }

    /// @dev Read by the runner: which contracts it calls.
    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    /// @dev Read by the runner: which functions it calls.
    function targetSelectors() external view returns (Target[] memory targets) {
        targets = new Target[](1);
        targets[0] = Target({target: address(_handler), selectors: _handler.selectors()});
    }

    function invariantAll() external view {
        _requireAll();
    }

    /// @dev At the end of every run: everybody can take what is theirs; and it has sold, paid, counted and been attacked.
    function afterInvariant() external {
        _handler.drain();
        if (_handler.calls() < _LONG_RUN) return;
        string[7] memory core = ["openSale", "buy", "fund", "submit", "finalise", "claimHours", "attack"];
        for (uint256 i = 0; i < core.length; i++) {
            vm.assertGt(_handler.successes(core[i]), 0, string.concat("never succeeded: ", core[i]));
        }
    }

    /// @dev The same handlers, with seeds of our own, until each has succeeded; none may be one that never can.
    function testEveryHandlerSucceeds() external {
        string[] memory names = _handler.names();
        uint256[] memory times = new uint256[](names.length);
        for (uint256 run = 0; run < _MOST_RUNS && _idle(times) < times.length; run++) {
            this.play(run);
            for (uint256 i = 0; i < names.length; i++) {
                times[i] += _handler.successes(names[i]);
            }
        }

        for (uint256 i = 0; i < names.length; i++) {
            // solhint-disable-next-line no-console
            console.log(names[i], times[i]);
        }
        for (uint256 i = 0; i < names.length; i++) {
            vm.assertGt(times[i], 0, string.concat("never succeeded: ", names[i]));
        }
    }

    /// @dev One run, in a call of its own: what memory it took is free again afterwards.
    function play(uint256 run) external {
        _handler = Handlers(deploy("Handler", ""));
        _play(run);
        _requireAll();
        _handler.drain();
    }

    function _play(uint256 run) private {
        bytes4[] memory selectors = _handler.selectors();
        for (uint256 i = 0; i < _CALLS; i++) {
            uint256 random = uint256(keccak256(abi.encode(run, i)));
            bytes4 selector = selectors[random % selectors.length];
            (bool ok, bytes memory returned) = address(_handler).call(abi.encodeWithSelector(selector, random));
            if (!ok) _revertWith(returned);
            if (i % _CHECKED == 0) _requireAll();
        }
    }

    /// @dev With what a handler reverted with.
    function _revertWith(bytes memory returned) private pure {
        assembly ("memory-safe") {
            revert(add(returned, 0x20), mload(returned))
        }
    }

    function _idle(uint256[] memory times) private pure returns (uint256 i) {
        while (i < times.length && times[i] > 0) i++;
    }

    function _requireAll() private view {
        _handler.requireHeldCoversOwed();
        _handler.requireInfinityIsShifts();
        _handler.requireSharesAddUp();
        _handler.requireCashFits();
        _handler.requireDividendsAddUp();
        _handler.requirePaidWithinFunded();
        _handler.requirePhasesFollow();
        _handler.requireHoldersWithinScope();
        _handler.requireFailedStaysLocked();
        _handler.requireCommunityFloor();
        _handler.requireWeeksPaidOnce();
        _handler.requireTwoKeys();
        _handler.requireOneRecordEach();
        _handler.requireHoursOfThosePresent();
        _handler.requireBenefitsWithinEntitlement();
        _handler.requireFundsAddUp();
        _handler.requireFewSpendingsOpen();
        _handler.requireEscrowGoesToHolders();
        _handler.requireEqualDivisions();
        _handler.requireKeysAccepted();
        _handler.requireElectorsAreNotNew();
        _handler.requireVoicesAddUp();
    }
}
