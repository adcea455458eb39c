"""Measurements that are reports and no tests: how good and how fast Quoth is beside its peers, in one run."""
