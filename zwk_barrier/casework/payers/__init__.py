"""Who pays, by when: programmes, the funding check, applications, deadlines and the financing plan."""
