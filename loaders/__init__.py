"""From documents to claims: reads forms, claims files and authority lists."""
