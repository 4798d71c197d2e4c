-- Which version of their rows the read models hold. It is replaced together with them.
create table read_models (
  only_one boolean primary key default true check (only_one),
  version  integer not null
);
insert into read_models (version) values (1);
