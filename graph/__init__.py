"""The model of claims and the graph made from them: assembling, store, rules, checks, exchange."""
