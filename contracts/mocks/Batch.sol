// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ContractWallet} from "./ContractWallet.sol";

/// @title Batch: a wallet that does several things in one transaction
/// @notice Anyone may use it. As the code that a key delegates to (EIP-7702) it acts for that key.
contract Batch is ContractWallet {
    /// @param to    Whom to call.
    /// @param data  With what.
    struct Call {
        address to;
        bytes data;
    }

    constructor(address owner) ContractWallet(owner) {}

    receive() external payable {}

    /// @notice Makes all calls, or none.
    function run(Call[] calldata calls) external {
        for (uint256 i = 0; i < calls.length; i++) {
            (bool success, bytes memory answer) = calls[i].to.call(calls[i].data);
            if (!success) {
                assembly ("memory-safe") {
                    revert(add(answer, 32), mload(answer))
                }
            }
        }
    }

    /// @notice Makes all calls, and goes on after one that is refused.
    /// @return made  Which of them were not.
    function tryRun(Call[] calldata calls) external returns (bool[] memory made) {
        made = new bool[](calls.length);
        for (uint256 i = 0; i < calls.length; i++) {
            (made[i], ) = calls[i].to.call(calls[i].data);
        }
    }
}
