"""Typed, sourced facts about states and crypto-assets."""
