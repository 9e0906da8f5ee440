-- What Heute shows of everybody's work, as plain queries: one for each list and each count of it.

-- deadlines
SELECT d.id, d.kind, d.edition, d.due_on, a.recipient, a.received_on, c.number, p.given_name, p.family_name, s.name
  FROM deadline d JOIN case_file c ON c.id = d.case_id JOIN person p ON p.id = c.person_id
  JOIN application a ON a.id = d.application_id LEFT JOIN staff s ON s.id = c.advisor_id
 WHERE d.removed_at IS NULL AND d.settled_on IS NULL AND d.due_on <= :until AND c.removed_at IS NULL AND c.status <> 'closed' ORDER BY d.due_on, d.id LIMIT 40;

-- how many deadlines
SELECT count(*) FILTER (WHERE d.due_on < :day), count(*)
  FROM deadline d JOIN case_file c INDEXED BY ix_case_file_whose ON c.id = d.case_id WHERE d.removed_at IS NULL AND d.settled_on IS NULL AND d.due_on <= :until AND c.removed_at IS NULL AND c.status <> 'closed';

-- tasks
SELECT t.id, t.title, t.due_on, c.number, p.given_name, p.family_name, s.name
  FROM task t LEFT JOIN case_file c ON c.id = t.case_id LEFT JOIN person p ON p.id = c.person_id
  LEFT JOIN staff s ON s.id = c.advisor_id
 WHERE t.removed_at IS NULL AND t.done_at IS NULL AND t.due_on <= :until AND c.removed_at IS NULL ORDER BY t.due_on, t.id LIMIT 40;

-- how many tasks
SELECT count(*) FILTER (WHERE t.due_on < :day), count(*)
  FROM task t LEFT JOIN case_file c INDEXED BY ix_case_file_whose ON c.id = t.case_id WHERE t.removed_at IS NULL AND t.done_at IS NULL AND t.due_on <= :until AND c.removed_at IS NULL;

-- questions 3 and 12 months after the work, and how many
SELECT first.*, n.number, p.given_name, p.family_name, s.name FROM (
  SELECT d.case_id, d.due_on, count(*) OVER () AS whole, count(*) FILTER (WHERE d.due_on < :day) OVER () AS overdue
    FROM (SELECT case_id, done_on, purpose, date(done_on, CASE purpose WHEN 'nach_12_monaten' THEN '+12 months'
                                                                       ELSE '+3 months' END) AS due_on
            FROM (SELECT case_id, max(done_on) AS done_on,
                         CASE WHEN max(done_on) <= date(:day, '-6 months') THEN 'nach_12_monaten'
                              ELSE 'nach_3_monaten' END AS purpose
                    FROM measure
                   WHERE removed_at IS NULL AND status IN ('umgesetzt', 'teilweise')
                     AND done_on > date(:day, '-18 months') GROUP BY case_id)) d
    JOIN case_file c INDEXED BY ix_case_file_whose ON c.id = d.case_id
   WHERE d.due_on <= :until AND c.removed_at IS NULL
     AND (c.outcome IS NULL OR c.outcome NOT IN ('verstorben', 'umzug_heim', 'kein_kontakt', 'nicht_zustaendig'))
     AND NOT EXISTS (SELECT 1 FROM outcome_survey o
                      WHERE o.case_id = d.case_id AND o.removed_at IS NULL AND o.asked_when = d.purpose)
     AND NOT EXISTS (SELECT 1 FROM visit v
                      WHERE v.case_id = d.case_id AND v.removed_at IS NULL AND v.purpose = d.purpose)
   ORDER BY d.due_on LIMIT 40) first JOIN case_file n ON n.id = first.case_id JOIN person p ON p.id = n.person_id LEFT JOIN staff s ON s.id = n.advisor_id ORDER BY first.due_on;

-- visits to come
SELECT first.*, n.number, p.given_name, p.family_name, b.street, b.house_number FROM (
  SELECT v.id, v.case_id, v.visited_on, v.begins_at, v.purpose FROM visit v JOIN case_file c INDEXED BY ix_case_file_whose ON c.id = v.case_id
   WHERE v.removed_at IS NULL AND v.finished_on IS NULL AND v.visited_on BETWEEN :day AND :until AND c.removed_at IS NULL ORDER BY v.visited_on, v.begins_at IS NULL, v.begins_at, v.id LIMIT 5) first JOIN case_file n ON n.id = first.case_id JOIN person p ON p.id = n.person_id
  JOIN dwelling w ON w.id = n.dwelling_id JOIN building b ON b.id = w.building_id;

-- how many visits
SELECT count(*) FROM visit v JOIN case_file c INDEXED BY ix_case_file_whose ON c.id = v.case_id WHERE v.removed_at IS NULL AND v.finished_on IS NULL AND v.visited_on BETWEEN :day AND :until AND c.removed_at IS NULL;

-- contacts without a case
SELECT k.id, k.happened_at, k.note, k.caller_given_name, k.caller_family_name
  FROM (SELECT DISTINCT contact_id FROM task
         WHERE removed_at IS NULL AND done_at IS NULL AND contact_id IS NOT NULL) t
  JOIN contact k ON k.id = t.contact_id WHERE k.removed_at IS NULL AND k.case_id IS NULL ORDER BY k.happened_at;

-- who waits for a visit
SELECT first.*, n.number, p.given_name, p.family_name FROM (
  SELECT case_id, since, count(*) OVER () AS whole, avg(julianday(:day) - julianday(since)) OVER () AS mean
    FROM (
  SELECT c.id AS case_id, c.opened_at AS since FROM case_file c INDEXED BY ix_case_file_whose
   WHERE c.removed_at IS NULL AND c.status <> 'closed' AND NOT EXISTS (SELECT 1 FROM visit v WHERE v.case_id = c.id AND v.removed_at IS NULL
                                       AND v.visited_on IS NOT NULL)
     AND (c.counselling_type IS NULL
          OR c.counselling_type NOT IN ('erstanfrage_info', 'beratung_ohne_fm', 'institutionsberatung')
          OR EXISTS (SELECT 1 FROM visit v WHERE v.case_id = c.id AND v.removed_at IS NULL
                        AND v.visited_on IS NULL))) ORDER BY since LIMIT 3) first JOIN case_file n ON n.id = first.case_id JOIN person p ON p.id = n.person_id ORDER BY first.since;

-- who was not heard from
SELECT first.*, n.number, p.given_name, p.family_name FROM (
  SELECT case_id, since, count(*) OVER () AS whole, avg(julianday(:day) - julianday(since)) OVER () AS mean
    FROM (
  SELECT c.id AS case_id, max(coalesce((SELECT max(k.happened_at) FROM contact k
                                         WHERE k.case_id = c.id AND k.removed_at IS NULL), c.opened_at),
                              coalesce((SELECT max(v.visited_on) FROM visit v WHERE v.case_id = c.id
                                           AND v.removed_at IS NULL AND v.visited_on <= :day), c.opened_at),
                              c.opened_at) AS since
    FROM case_file c INDEXED BY ix_case_file_whose
   WHERE c.removed_at IS NULL AND c.status <> 'closed' AND c.opened_at < :back_30
     AND NOT EXISTS (SELECT 1 FROM contact k WHERE k.case_id = c.id AND k.removed_at IS NULL
                        AND k.happened_at >= :back_30)
     AND NOT EXISTS (SELECT 1 FROM visit v WHERE v.case_id = c.id AND v.removed_at IS NULL
                        AND v.visited_on BETWEEN :back_30 AND :day)) ORDER BY since LIMIT 3) first JOIN case_file n ON n.id = first.case_id JOIN person p ON p.id = n.person_id ORDER BY first.since;

-- answers to expect
SELECT first.*, n.number, p.given_name, p.family_name FROM (
  SELECT case_id, since, count(*) OVER () AS whole, avg(julianday(:day) - julianday(since)) OVER () AS mean
    FROM (
  SELECT a.case_id, coalesce(a.received_on, a.lodged_elsewhere_on, a.applied_on) AS since
    FROM application a JOIN case_file c INDEXED BY ix_case_file_whose ON c.id = a.case_id
   WHERE a.removed_at IS NULL AND c.removed_at IS NULL AND c.status <> 'closed'
     AND ((a.notice IS NULL OR a.notice = 'offen')
          AND coalesce(a.received_on, a.lodged_elsewhere_on, a.applied_on) IS NOT NULL
          AND a.paid_on IS NULL AND coalesce(a.amount_paid, 0) <= 0
          OR a.objection_on IS NOT NULL AND (a.objection_outcome IS NULL OR a.objection_outcome = 'offen')
         AND (a.notice IS NULL OR a.notice <> 'zurueckgenommen'))
  UNION ALL
  SELECT l.case_id, max(l.sent_on) FROM letter l JOIN case_file c INDEXED BY ix_case_file_whose ON c.id = l.case_id
    JOIN dwelling w ON w.id = (SELECT dwelling_id FROM case_file WHERE id = l.case_id)
   WHERE l.removed_at IS NULL AND l.template = 'landlord_consent' AND l.sent_on IS NOT NULL AND c.removed_at IS NULL AND c.status <> 'closed'
     AND (w.consent_state IS NULL OR w.consent_state NOT IN ('erteilt', 'abgelehnt')) GROUP BY l.case_id
  UNION ALL
  SELECT l.case_id, max(l.sent_on) FROM letter l JOIN case_file c INDEXED BY ix_case_file_whose ON c.id = l.case_id
    JOIN dwelling w ON w.id = (SELECT dwelling_id FROM case_file WHERE id = l.case_id)
   WHERE l.removed_at IS NULL AND l.template = 'owners_meeting' AND l.sent_on IS NOT NULL AND c.removed_at IS NULL AND c.status <> 'closed'
     AND (w.resolution_state IS NULL OR w.resolution_state NOT IN ('erteilt', 'abgelehnt')) GROUP BY l.case_id) ORDER BY since LIMIT 3) first JOIN case_file n ON n.id = first.case_id JOIN person p ON p.id = n.person_id ORDER BY first.since;
