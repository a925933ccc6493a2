// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Address} from "@openzeppelin/contracts/utils/Address.sol";

/// @title Repeater: code for a wallet that does the same thing many times in one transaction
contract Repeater {
    /// @notice What is done once.
    struct Call {
        address to;
        bytes data;
    }

    /// @notice Does several things one after the other, all of it so many times.
    function repeat(Call[] calldata calls, uint256 times) external {
        for (uint256 i = 0; i < times; i++) {
            for (uint256 j = 0; j < calls.length; j++) {
                Address.functionCall(calls[j].to, calls[j].data);
            }
        }
    }
}
