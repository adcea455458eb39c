"""Measurements that are reports and no tests: how fast Quoth is beside its peers, in one run on one machine."""
