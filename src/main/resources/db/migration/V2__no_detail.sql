-- never written nor read
alter table run drop column detail;
