package com.tachyonfuture.mailtrack.bench;

import java.util.List;
import java.util.random.RandomGenerator;

/// What the mails of a [YearOfMail] are called. `pages.txt` searches for some of these words.
final class SeedWords {

    private static final List<String> FIRST = List.of(
            "anna", "andrej", "bela", "carla", "chen", "dora", "emil", "fatima", "georg", "hanna", "ivo", "jana",
            "kofi", "lena", "marek", "nora", "otto", "pia", "quentin", "rosa", "sven", "tilda", "ugo", "vera");

    private static final List<String> LAST = List.of(
            "albers",
            "becker",
            "conti",
            "dubois",
            "ek",
            "fischer",
            "garcia",
            "huber",
            "ito",
            "jansen",
            "kowalski",
            "larsen",
            "moreau",
            "nagy",
            "olsen",
            "petrov",
            "quist",
            "rossi",
            "silva",
            "tanaka");

    private static final List<String> WORDS = List.of(
            "Angebot",
            "Anfrage",
            "Rechnung",
            "Mahnung",
            "Lieferung",
            "Termin",
            "Vertrag",
            "Entwurf",
            "Protokoll",
            "Offer",
            "Invoice",
            "Reminder",
            "Delivery",
            "Meeting",
            "Contract",
            "Draft",
            "Minutes",
            "Question",
            "Devis",
            "Facture",
            "Relance",
            "Livraison",
            "Contrat",
            "Projet",
            "Commande",
            "Réunion",
            "Suivi",
            "kitchen",
            "garden",
            "website",
            "workshop",
            "winter",
            "spring",
            "roof",
            "printer",
            "holiday",
            "office");

    private SeedWords() {}

    static String recipient(int number) {
        String first = FIRST.get(number % FIRST.size());
        String last = LAST.get(number / FIRST.size() % LAST.size());
        int round = number / FIRST.size() / LAST.size();
        return first + "." + last + "@" + (round == 0 ? "" : "office" + round + ".") + "example.org";
    }

    static String subject(RandomGenerator chance, int number) {
        return word(chance) + " " + word(chance) + " " + word(chance) + " " + (1000 + number);
    }

    static String notes(RandomGenerator chance) {
        return "Asked for the " + word(chance) + "; call again about the " + word(chance) + ".";
    }

    private static String word(RandomGenerator chance) {
        return WORDS.get(chance.nextInt(WORDS.size()));
    }
}
