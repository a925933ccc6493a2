// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Signatures} from "../../contracts/lib/Signatures.sol";
import {ContractWallet} from "../../contracts/mocks/ContractWallet.sol";
import {vm} from "../support/Vm.sol";

/// @title SignaturesTest
contract SignaturesTest {
    uint256 private constant _KEY = 0xA11CE;
    uint256 private constant _OTHER = 0xB0B;

    function testFuzzAKeyAloneSigns(bytes32 digest) external view {
        vm.assertTrue(Signatures.isSigned(vm.addr(_KEY), digest, _signed(_KEY, digest)), "own key");
        vm.assertFalse(Signatures.isSigned(vm.addr(_KEY), digest, _signed(_OTHER, digest)), "another key");
        vm.assertFalse(Signatures.isSigned(vm.addr(_KEY), ~digest, _signed(_KEY, digest)), "something else");
    }

    function testNobodySignsForTheAddressZero() external view {
        vm.assertFalse(Signatures.isSigned(address(0), bytes32(uint256(1)), new bytes(65)), "zeros");
        vm.assertFalse(Signatures.isSigned(address(0), bytes32(uint256(1)), ""), "nothing");
    }

    function testAContractAnswersForItsOwner() external {
        address wallet = address(new ContractWallet(vm.addr(_KEY)));
        vm.assertTrue(Signatures.isSigned(wallet, "hours", _signed(_KEY, "hours")), "owner");
        vm.assertFalse(Signatures.isSigned(wallet, "hours", _signed(_OTHER, "hours")), "another");
    }

    function testAWalletThatDelegatesKeepsItsKey() external {
        address wallet = vm.addr(_KEY);
        vm.etch(wallet, abi.encodePacked(bytes3(0xef0100), address(this))); // code that answers no question
        vm.assertTrue(Signatures.isSigned(wallet, "hours", _signed(_KEY, "hours")), "own key");
        vm.assertFalse(Signatures.isSigned(wallet, "hours", _signed(_OTHER, "hours")), "another key");
    }

    function testCodeThatBurnsAllGasTakesNoMoreThanItsPart() external {
        vm.etch(address(1_000), hex"5b600056"); // runs in a circle
        uint256 before = gasleft();
        vm.assertFalse(Signatures.isSigned(address(1_000), "hours", new bytes(65)), "circle");
        vm.assertTrue(before - gasleft() < Signatures.MOST_GAS + 50_000, "gas");
    }

    function testAShortOrLongAnswerIsLookedAtByItsFirstWord() external {
        vm.etch(address(1_001), hex"631626ba7e60e01b5f5260205ff3"); // the word
        vm.etch(address(1_002), hex"631626ba7e60e01b5f52601f5ff3"); // one byte less
        vm.etch(address(1_003), hex"631626ba7e60e01b5f52620100005ff3"); // 64 kibibytes
        vm.assertTrue(Signatures.isSigned(address(1_001), "hours", ""), "a word");
        vm.assertFalse(Signatures.isSigned(address(1_002), "hours", ""), "less than a word");
        vm.assertTrue(Signatures.isSigned(address(1_003), "hours", ""), "more than a word");
    }

    function _signed(uint256 key, bytes32 digest) private pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }
}
