"""The words that assert a rung of the ladder of a deal: a new phrase is one more row."""

from extractors.reading.phrases import Phrases

# Rows are verbs and nouns of the trade; `:weak` rows count where nothing firmer stands.
LADDER = Phrases(
    {
        "terminated": """
            terminated, terminate|terminates|terminating deal|merger|agreement|transaction, called off, calls off, call
            off, calling off, scrapped, scraps, abandoned, abandons, abandon, withdrew|withdraws|withdrawn|withdraw
            offer|bid|proposal|approach|plan|takeover|application, offer|bid|proposal|approach withdrawn, dropped
            bid|offer|plan|plans|pursuit|proposal, drops bid|offer|plan|plans|pursuit|proposal, walked|walks away,
            formally ended, officially ended, ended|ends merger|deal|talks|bid|proposed|agreement|pursuit,
            deal|merger|bid|takeover off, voted down, vote down, fell through, collapsed, collapse of, rejected by
            shareholders, no merger, there will be no, will not be sold, not get the approval, not get the
            votes|necessary, did not get, not proceed with, ended talks|discussions, pulled|pulls bid|offer|proposal,
            came to an end, off the table, not in the cards, not going to happen, calling the whole thing off, has
            failed, sent packing, no longer proceed, broke off, pulls out, pulled out, backed out, backs out, decided to
            drop, deal is dead, bid rejected, ended negotiations, rescinded,
            deal|merger|takeover|offer|bid|talks|agreement|sale|tie-up
            failed|lapsed|collapsed|died|dead|unravelled|unraveled, allowed|let lapse|lapses, walk away from, walking
            away, pulled|pulls|pull the plug, scuppered, is dead, is off, fell|falls|fallen apart, fell|falls|fallen
            through, came|comes to nothing, came|come to naught, aborted, ditched, ditches, nixed,
            talks|negotiations|discussions ended|end|ceased|failed, ended|end|ends|ending
            talks|negotiations|discussions, ended|ending without agreement, without reaching agreement|an, unable to
            complete|reach|agree|conclude, agreed|agree|agrees|decided to withdraw|terminate|cancel|drop|abandon|end,
            withdraw|withdrew|withdrawn offer|bid|proposal|from, allowed to expire, has|have|had expired, cancelled,
            canceled, cancels, torn|tore|ripped up, unwound, gave|gives|given up on, backed|backs away, throws|threw in
            the towel, bows|bowed out, dropped|drops out, will not proceed|bid|offer, no intention of making|bidding, no
            longer
            pursue|pursuing|interested|consider|considering|weighing|seeking|planning|negotiating|bidding|in|plans|wants
            """,
        "paused": """
            on ice, on hold, paused, stalled, stuck for now, is stuck, put on hold, suspended talks|deal|plans, in
            limbo, postponed indefinitely, shelved, run into an obstacle, stopped in its tracks, hit pause
            """,
        "completed": """
            completed acquisition|purchase|merger|takeover|deal|sale|buyout|transaction|previously, completes
            acquisition|purchase|merger|takeover|deal|sale|buyout, complete acquisition, closed
            acquisition|purchase|merger|deal|transaction|takeover|sale, closes
            acquisition|purchase|merger|deal|transaction|takeover|sale, was completed, been completed, were completed,
            has closed, have closed, finished buying, was complete, is complete, now owns, consummated, has completed,
            have completed, completed, finalized acquisition|purchase|merger|takeover|sale, finalised
            acquisition|purchase|merger|takeover|sale, goes through, went through, became effective, was effective,
            recently invested, brought to completion, deal closed, transaction closed, merger closed, has acquired, has
            bought, has purchased, has taken over, has sold, are now one, is now part of, now part of, has become part,
            successfully completed, has been acquired|bought|purchased|sold, boosted stake|holding, raised
            stake|holding, increased stake|holding, lowered|reduced|trimmed stake|holding, took control of, closed
            round|funding|financing, began operations, is now operational, entered|enters commercial|service|operation,
            went|gone into service|operation, came|come|comes online|on-stream, began|begun|started|starts|begins
            commercial operation, has merged, have merged, officially part of, financial close, reached financial close,
            closing took place, closing|handover|transfer took place, keys changed hands, brought|comes|came to its
            conclusion|close, is done, was done, done deal, deal done, signing and closing, has taken control, has taken
            over, ownership passed|passes|transferred, has passed to, is now owned, now belongs to, became|becomes the
            owner, became|becomes part of, sale|purchase|takeover|acquisition|merger|deal|operation|transaction
            finished|concluded|completed|closed|done|finalised|finalized, completed its|their|the, closed
            its|their|the|on, wrapped up its|the
            """,
        "completed:weak": """
            acquired, bought, purchased, sold, closed, came from, has|have put into|in, has invested, it invested,
            raised
            """,
        "completed:money": "has|have raised|collected",
        "definitive": """
            definitive agreement|agreements, definitive merger|purchase|acquisition|sale agreement, signed a, signed
            an, signed and sealed, has signed, have signed, had signed, been signed, was signed, signed definitive,
            binding agreement|contract|offer|deal, inked, inks, put its name to, struck an agreement, has|have entered
            into, entered into a definitive, entered into an|definitive|merger|agreement, entered into
            agreement|contract, was finalized, was finalised, have finalized, has finalized, definitive deal, expected
            to be final, has a definitive, formally prolonged, contract signed, final agreement, signs
            deal|contract|agreement, sign deal|contract|agreement, signing of, signed agreement|contract|deal|pact,
            approved the merger, under an agreement, put|puts pen to paper, dotted line, legally binding, irrevocably,
            executed an|the agreement|contract, signed up, sealed a contract, sign the contract|agreement, contracts
            were signed, contract was signed, entered into
            """,
        "definitive:weak": "signed, finalized, finalised, merger agreement",
        "letter_of_intent": """
            letter of intent, letters of intent, memorandum of understanding, non-binding, nonbinding, term sheet,
            agreement in principle, agreed in principle, loi, mou, no definitive agreement|deal, no final
            agreement|contract, lacks a final, no binding contract|agreement|deal, still not finalised|finalized, not
            finalised, not finalized, nothing has been closed, preliminary agreement, heads of terms, heads of
            agreement, tentatively agreed, tentative agreement, preliminary deal, non-binding
            agreement|proposal|offer, no contract has been, no completed contracts, not been signed, reached agreement
            in principle, reach|reached|reaches|have|has an agreement in principle, agreed|agree|agrees in principle to,
            reached a preliminary|tentative|non-binding agreement, memorandum of terms, preliminary terms|memorandum,
            terms
            are preliminary
            """,
        "letter_of_intent:weak": "never a commitment, preliminary, framework, memorandum",
        "rumored": """
            in talks, talks to, talks with, talks have, talks concern, talks about, talks are, is considering, are
            considering, mulls, mulling, is weighing, are weighing, exploring a|an|the, is exploring, in discussions,
            discussions with, in negotiations, people familiar, person familiar, people with knowledge, person with
            knowledge, rumored, rumoured, near a deal, nears deal, close to a deal, close to an agreement, near an
            agreement, close to agreeing|buying|acquiring|investing, is negotiating, are negotiating, done
            negotiating, nearly completed, about to wrap|swap|land, almost sealed, in early talks, in advanced talks,
            advanced talks, early talks, exclusive talks, down to the last details, near the end of talks, is said to,
            are said to, practically finished, nothing is final, is preparing a|an|to, expected to announce, term
            sheets, final stages of talks, may be for sale, explore a sale, takeover speculation, held talks, holding
            talks, talks on, talks over, has held talks, seeking a buyer, close to

            landing|signing|sealing|ordering|clinching|securing|finalising|finalizing|completing|selling|raising|announcing|striking|reaching|winning,
            is minded to, are minded to, been floated, is|are|was reported to, is|are understood to, is|are believed
            to, is|are thought to, under discussion, edged ahead, is|are lining up, preparing a|an bid|offer, toying
            with, sounding|sounded out, held|holds|hold discussions|negotiations,
            preliminary|informal|exploratory|early-stage|late-stage talks|discussions, could announce|be announced,
            may announce|be announced, as soon as this|next week|month, no decision has, no deal has, could fall|come
            apart|together, no certainty, with direct knowledge, officials|people|sources|persons briefed,
            asked|requested|spoke anonymity, condition of anonymity, asked for anonymity,
            asked not to be named|identified
            """,
        "rumored:weak": """
            talks, sources, reportedly, speculation, negotiations, discussions, nears, nearing, considering,
            considers, weighing, weighs, eyes, eyeing, interested in, would consider, may buy|bid|acquire|sell|seek,
            could buy|bid|acquire, plans to invest, might join, unnamed sources, according to
            people|sources, people who have|know, favourite to, poised to, in the running, shortlisted,
            contemplating, in the frame, who have seen, sources close, people briefed, person briefed, people with
            direct, sources say|said|tell|told|familiar
            """,
        "announced": """
            announced it|that|plans|deal|merger|acquisition|agreement|partnership|a, announces, agreed to, agrees to,
            agreed, agrees, agree to, will buy|acquire|purchase|invest|sell|merge, would buy|acquire, unveiled,
            unveils, is buying, is acquiring, are buying, is selling, has a deal, have a
            deal, is offering, made an offer, launched tender|bid|offer|takeover, is investing, is
            putting, is pouring, voiced the intention, revealed by, reached an agreement, reached agreement, proposed
            merger|acquisition|takeover|sale|offer, raised offer|bid, sweetened, has offered, is paying, agreement to
            buy|acquire|sell|merge, agreement in, agreed sale, plans to acquire|buy|sell|merge|invest, teams up, has
            won, set out plans, clinched|reached|sealed|agreed a deal, will
            supply|deploy|provide|use|build|receive, being acquired, is to receive, taking further, are entering,
            struck a deal, picked, was accepted, is|are to
            buy|acquire|invest|subscribe|supply|sell|merge, will absorb, will take over, is|was|are raising, will
            build|pay|deliver, adds a second|third, has won the auction
            """,
        "announced:step": """
            approved, approves, rejected, rejects, reject, rebuffed, spurned, accepted, accepts, extended,
            extends, extend,
            extending, increased|increases|increase|raised|raises|raise offer|bid,
            increase|increased|boosted|raised takeover|tender|cash offer|bid,
            received|receives|received|gets|got approval|clearance|acceptances|proposals|offers,
            received a|an proposal|offer|bid, decided|plans|expects|intends|offered|prepared|wants|hopes|seeking
            to sell|buy|acquire|purchase|merge|bid, will be acquired|bought|sold|merged, overturned, blocked
            """,
        "announced:weak": """
            announced, made public, made known, tender offer, announcing, disclosed, proposed, proposes, proposal, bid,
            offer, offered, offers, bids, to buy|acquire|purchase|sell|merge|invest, buys, acquires, selling, launches,
            plans to, plan to, planned, plans, intends to, pledges, pledged, partnership, strategic partnership, a deal,
            deal with, presented, will get, will put, to be bought|acquired, takeover offer|bid, invests, pouring,
            reject, rejected, rejects, turned down, going to, set to, revealed, alliance, approved, seeking, seeks,
            invest, has made, stands to receive, confirmed, thrown|throws|threw out, rebuffed, rebuffs, spurned, spurns,
            snubbed, snubs, knocked|knocks back, brushed|brushes off, declined, hiked, hikes, upped, ups, topped|tops
            up, trumped, trumps, outbid, outbids, counters, countered, green light, nod
            """,
    }
)
