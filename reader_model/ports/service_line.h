#pragma once

#include <cstdint>
#include <optional>
#include <systemc>
#include <utility>
#include <variant>
#include <vector>

#include "base/bytes.h"
#include "base/calendar.h"
#include "record/words/consent_words.h"
#include "record/words/service_words.h"

namespace uketsuke::reader {

// Requests of the reader to the eligibility service (オンライン資格確認等システム), and their answers.

/// Asks whether a certificate belongs to a card that may be used. In PIN receptions the signature shows that
/// the card is present.
struct CertificateQuery {
  Bytes certificate;  ///< DER
  Bytes challenge;    ///< what was signed; empty if identity was not shown by PIN
  Bytes signature;    ///< RSASSA-PKCS1-v1_5 with SHA-256
};

struct RegistrationQuery {};
struct RegistrationOrder {};
struct EligibilityQuery {};

/// The patient's answers, at the end of a reception. The service releases the agreed categories, and those in
/// `automatic`.
struct ConsentOrder {
  std::vector<std::pair<record::Category, bool>> answers;
  std::vector<record::Category> automatic;
  std::optional<record::PrescriptionForm> prescription;  ///< none: not asked
};

struct ServiceRequest {
  std::uint64_t number = 0;  ///< chosen by the reader, unique per request
  Duration patience{};       ///< the reader gives up this long after sending
  std::variant<CertificateQuery, RegistrationQuery, RegistrationOrder, EligibilityQuery, ConsentOrder> body;
};

/// The answer to EligibilityQuery.
struct EligibilityReply {
  record::Validity validity{};
  bool specific_disease = false;  ///< they hold a 特定疾病療養受療証; never for which disease
};

struct ServiceReply {
  std::uint64_t request = 0;               ///< number of the request that it answers
  std::variant<record::CertificateStatus,  // CertificateQuery
               bool,                       // RegistrationQuery: registered
               EligibilityReply,           // EligibilityQuery
               std::monostate>             // an order was carried out
      body;
};

/// The line to the service. The answer comes later, or never.
class ServiceLineIf : public virtual sc_core::sc_interface {
 public:
  virtual void send(const ServiceRequest& request) = 0;
};

/// Receives the answers of the service.
class ServiceRepliesIf : public virtual sc_core::sc_interface {
 public:
  virtual void deliver(const ServiceReply& reply) = 0;
};

}  // namespace uketsuke::reader
