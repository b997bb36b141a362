-- A report keeps the version of the template that it was made of: a version never changes.
CREATE TRIGGER template_version_no_update BEFORE UPDATE ON template_version BEGIN SELECT RAISE(ABORT, 'a version of a template never changes'); END;
--> statement-breakpoint
CREATE TRIGGER template_version_no_delete BEFORE DELETE ON template_version BEGIN SELECT RAISE(ABORT, 'a version of a template never changes'); END;
