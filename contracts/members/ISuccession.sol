// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title ISuccession: who follows a wallet that was lost, or a person who died
interface ISuccession {}
