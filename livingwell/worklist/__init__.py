"""Today: where a member lands, and what needs them. It composes what other packages know, and owns no tables."""
