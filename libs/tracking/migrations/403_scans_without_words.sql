-- What a scan says is written when it is read, in the reader's language.
update tracking set view = jsonb_set(view, '{packages}', (
  select coalesce(jsonb_agg(jsonb_set(parcel, '{scans}', (
    select coalesce(jsonb_agg(scan - 'description' order by scan_at), '[]')
    from jsonb_array_elements(parcel -> 'scans') with ordinality as scans (scan, scan_at)
  )) order by parcel_at), '[]')
  from jsonb_array_elements(view -> 'packages') with ordinality as parcels (parcel, parcel_at)
));
