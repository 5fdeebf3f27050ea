"""Pictures that are drawn to be looked at: charts, trees, contact sheets, comparisons, overlays."""
